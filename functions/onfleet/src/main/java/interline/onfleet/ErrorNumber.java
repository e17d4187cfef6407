package interline.onfleet;

/** Onfleet's numbers for what goes wrong, with the status and the sentence that go with each. */
enum ErrorNumber {
  CONTENT(1000, 400, "InvalidContent", "The values of one or more parameters are not acceptable."),
  FROZEN(1002, 400, "InvalidContent", "A field cannot be changed any more."),
  DUPLICATE(1004, 400, "InvalidContent", "A value that has to be unique is in use already."),
  WRONG_TYPE(1005, 400, "InvalidContent", "A value is of the wrong type."),
  WEBHOOK(1008, 400, "InvalidContent", "The URL of the webhook did not pass its check."),
  TIMES(1009, 400, "InvalidContent", "The times do not go together."),
  KEY(1102, 401, "InvalidCredentials", "The API key is not valid."),
  FOREIGN(1103, 401, "InvalidCredentials", "The resource is out of reach of this API key."),
  FORBIDDEN(1300, 403, "Forbidden", "This is not for the holder of this API key."),
  NOT_FOUND(1402, 404, "ResourceNotFound", "The requested resource does not exist."),
  /** A path that does not know the verb; the number says no more than that the call is wrong. */
  METHOD(1900, 405, "MethodNotAllowed", "The resource does not know this method."),
  ARGUMENT(1900, 400, "InvalidArgument", "A required parameter is missing or not as it should be."),
  NOT_UNIQUE(1901, 400, "InvalidArgument", "A parameter has to be unique and is not."),
  LOCKED(2200, 412, "PreconditionFailed", "Others are changing the same resource, try again."),
  NOT_READY(2218, 412, "PreconditionFailed", "The present state does not allow this."),
  TOO_MANY(2300, 429, "TooManyRequests", "The limit of requests in a second is passed, slow down."),
  FAULT(2500, 500, "InternalError", "The service failed, try again later."),
  NOT_IMPLEMENTED(2501, 501, "NotImplemented", "This is not served here."),
  BUSY(2503, 503, "ServiceUnavailable", "Others are changing the same resource, try again.");

  final int number;
  final int status;
  final String code;
  final String sentence;

  ErrorNumber(int number, int status, String code, String sentence) {
    this.number = number;
    this.status = status;
    this.code = code;
    this.sentence = sentence;
  }
}
