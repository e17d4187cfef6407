package interline.onfleet;

import interline.fleet.Address;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The names of countries and states that clients write as codes. */
final class Territories {

  private static final Map<String, String> COUNTRIES =
      Arrays.stream(Locale.getISOCountries())
          .map(code -> new Locale.Builder().setRegion(code).build())
          .flatMap(
              country ->
                  Map.of(
                      country.getCountry(), name(country), country.getISO3Country(), name(country))
                      .entrySet()
                      .stream())
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private static final Map<String, Map<String, String>> STATES =
      Map.of(
          "United States",
          states(
              """
              AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, \
              CT Connecticut, DE Delaware, DC District of Columbia, FL Florida, GA Georgia, \
              HI Hawaii, ID Idaho, IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky, \
              LA Louisiana, ME Maine, MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota, \
              MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada, NH New Hampshire, \
              NJ New Jersey, NM New Mexico, NY New York, NC North Carolina, ND North Dakota, \
              OH Ohio, OK Oklahoma, OR Oregon, PA Pennsylvania, PR Puerto Rico, RI Rhode Island, \
              SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah, VT Vermont, \
              VA Virginia, WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming\
              """),
          "Canada",
          states(
              """
              AB Alberta, BC British Columbia, MB Manitoba, NB New Brunswick, \
              NL Newfoundland and Labrador, NS Nova Scotia, NT Northwest Territories, NU Nunavut, \
              ON Ontario, PE Prince Edward Island, QC Quebec, SK Saskatchewan, YT Yukon\
              """));

  private Territories() {}

  /** The address with country and state by name, as far as they are known by a code. */
  static Address spelledOut(Address address) {
    Optional<String> country =
        address.country().map(said -> COUNTRIES.getOrDefault(said.toUpperCase(Locale.ROOT), said));
    Map<String, String> states =
        country.map(name -> STATES.getOrDefault(name, Map.of())).orElse(Map.of());
    return new Address(
        address.name(),
        address.number(),
        address.street(),
        address.apartment(),
        address.city(),
        address.county(),
        address.state().map(said -> states.getOrDefault(said.toUpperCase(Locale.ROOT), said)),
        address.postalCode(),
        country);
  }

  private static String name(Locale country) {
    return country.getDisplayCountry(Locale.ENGLISH);
  }

  private static Map<String, String> states(String list) {
    return Arrays.stream(list.split(", ", -1))
        .collect(Collectors.toMap(state -> state.substring(0, 2), state -> state.substring(3)));
  }
}
