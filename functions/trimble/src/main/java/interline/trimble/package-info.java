@NullMarked
package interline.trimble;

import org.jspecify.annotations.NullMarked;
