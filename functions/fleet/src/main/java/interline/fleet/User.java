package interline.fleet;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Somebody who holds a key.
 *
 * @param number unique in the deployment, and so in the organization
 * @param email the address of the user, where a dialect signs with one or tells it to others
 * @param zone where the user lives: times without an offset are read and written in it
 * @param edition the edition of the dialect that the key was locked to when it was issued, where
 *     the dialect has several
 */
public record User(long number, Optional<String> email, ZoneId zone, Optional<LocalDate> edition) {}
