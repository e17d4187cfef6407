@NullMarked
package interline.store;

import org.jspecify.annotations.NullMarked;
