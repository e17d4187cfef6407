@NullMarked
package interline.frachtpilot;

import org.jspecify.annotations.NullMarked;
