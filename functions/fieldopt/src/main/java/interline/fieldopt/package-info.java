@NullMarked
package interline.fieldopt;

import org.jspecify.annotations.NullMarked;
