@NullMarked
package interline.onfleet;

import org.jspecify.annotations.NullMarked;
