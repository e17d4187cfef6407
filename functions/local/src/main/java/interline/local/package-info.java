@NullMarked
package interline.local;

import org.jspecify.annotations.NullMarked;
