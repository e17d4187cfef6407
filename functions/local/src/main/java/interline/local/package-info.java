/**
 * Everything that {@code template.yaml} describes, on one machine: tables and queues in embedded
 * emulators, routes over HTTP, queue triggers. Nothing here is deployed.
 */
@NullMarked
package interline.local;

import org.jspecify.annotations.NullMarked;
