@NullMarked
package interline.fleetio;

import org.jspecify.annotations.NullMarked;
