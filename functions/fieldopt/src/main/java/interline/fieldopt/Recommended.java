package interline.fieldopt;

import com.fasterxml.jackson.annotation.JsonProperty;
import interline.fleet.Recommendation;
import interline.fleet.Worker;
import java.util.List;
import java.util.Optional;

/** The technician who fits a job best, if any fits. */
record Recommended(
    @JsonProperty("job_id") long jobId,
    @JsonProperty("recommended_technician") Optional<Candidate> recommendedTechnician) {

  /**
   * A technician who fits.
   *
   * @param matchScore 0 to 1, of two decimals; higher is better
   */
  record Candidate(
      long id,
      String name,
      List<String> skills,
      @JsonProperty("capacity_available") boolean capacityAvailable,
      @JsonProperty("match_score") double matchScore) {

    static Candidate of(Recommendation recommendation) {
      Worker worker = recommendation.worker();
      return new Candidate(
          worker.number(),
          worker.name(),
          worker.skills(),
          worker.hasRoom(),
          recommendation.score());
    }
  }

  static Recommended of(long job, Optional<Recommendation> recommendation) {
    return new Recommended(job, recommendation.map(Candidate::of));
  }
}
