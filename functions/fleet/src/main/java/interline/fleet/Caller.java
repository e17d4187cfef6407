package interline.fleet;

/**
 * On whose behalf something is done.
 *
 * @param name who it is, as the history of a record will tell it
 */
public record Caller(OrganizationId organization, String name) {}
