@NullMarked
package interline.operator;

import org.jspecify.annotations.NullMarked;
