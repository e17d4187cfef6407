@NullMarked
package interline.gateway;

import org.jspecify.annotations.NullMarked;
