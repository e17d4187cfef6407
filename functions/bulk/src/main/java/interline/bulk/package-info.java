@NullMarked
package interline.bulk;

import org.jspecify.annotations.NullMarked;
