@NullMarked
package interline.fleet;

import org.jspecify.annotations.NullMarked;
