package interline.local;

/** What {@code !Ref} and {@code !GetAtt} of a resource come to. */
interface Resources {
  String ref(String id);

  String attribute(String id, String name);

  /** Every reference is the logical id itself: for reading what belongs to what. */
  Resources LOGICAL =
      new Resources() {
        @Override
        public String ref(String id) {
          return id;
        }

        @Override
        public String attribute(String id, String name) {
          return id;
        }
      };
}
