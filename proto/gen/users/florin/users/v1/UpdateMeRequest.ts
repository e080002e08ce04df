// Original file: florin/users/v1/users.proto


export interface UpdateMeRequest {
  'userId'?: (string);
  'name'?: (string);
  'timeZone'?: (string);
  'locale'?: (string);
  'firstDayOfWeek'?: (number);
  'firstDayOfTheMonth'?: (number);
  'firstMonthOfTheYear'?: (number);
  '_name'?: "name";
  '_timeZone'?: "timeZone";
  '_locale'?: "locale";
  '_firstDayOfWeek'?: "firstDayOfWeek";
  '_firstDayOfTheMonth'?: "firstDayOfTheMonth";
  '_firstMonthOfTheYear'?: "firstMonthOfTheYear";
}

export interface UpdateMeRequest__Output {
  'userId': (string);
  'name'?: (string);
  'timeZone'?: (string);
  'locale'?: (string);
  'firstDayOfWeek'?: (number);
  'firstDayOfTheMonth'?: (number);
  'firstMonthOfTheYear'?: (number);
  '_name'?: "name";
  '_timeZone'?: "timeZone";
  '_locale'?: "locale";
  '_firstDayOfWeek'?: "firstDayOfWeek";
  '_firstDayOfTheMonth'?: "firstDayOfTheMonth";
  '_firstMonthOfTheYear'?: "firstMonthOfTheYear";
}
