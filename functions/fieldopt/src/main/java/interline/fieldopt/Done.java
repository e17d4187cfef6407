package interline.fieldopt;

/** What a call says that has nothing to show. */
record Done(boolean success, String message) {

  static Done that(String message) {
    return new Done(true, message);
  }
}
