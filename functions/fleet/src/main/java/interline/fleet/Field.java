package interline.fleet;

/** What a rule of the fleet can complain about. Each dialect has its own name for it. */
public enum Field {
  NAME,
  PHONE,
  CAPACITY,
  LATITUDE,
  LONGITUDE,
  RECIPIENT,
  DESTINATION,
  TIME_SLOT,
  SKILLS,
  TASKS,
  VIN,
  LICENSE_PLATE,
  MAKE,
  MODEL,
  COLOR,
  METER_UNIT,
  YEAR,
  VEHICLE_STATUS,
  VEHICLE_TYPE,
  EXTERNAL_ID,
  EMAIL,
  ROW,
  CURSOR,
  LIMIT,
  DIALECT,
  ACCOUNT_TOKEN,
  API_KEY
}
