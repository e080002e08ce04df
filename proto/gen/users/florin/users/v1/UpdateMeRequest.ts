// Original file: florin/users/v1/users.proto


export interface UpdateMeRequest {
  'userId'?: (string);
  'name'?: (string);
  'timeZone'?: (string);
  'locale'?: (string);
  'firstDayOfWeek'?: (number);
  'firstDayOfTheMonth'?: (number);
  'firstMonthOfTheYear'?: (number);
  'givenName'?: (string);
  'gender'?: (string);
  'title'?: (string);
  'phone'?: (string);
  '_name'?: "name";
  '_timeZone'?: "timeZone";
  '_locale'?: "locale";
  '_firstDayOfWeek'?: "firstDayOfWeek";
  '_firstDayOfTheMonth'?: "firstDayOfTheMonth";
  '_firstMonthOfTheYear'?: "firstMonthOfTheYear";
  '_givenName'?: "givenName";
  '_gender'?: "gender";
  '_title'?: "title";
  '_phone'?: "phone";
}

export interface UpdateMeRequest__Output {
  'userId': (string);
  'name'?: (string);
  'timeZone'?: (string);
  'locale'?: (string);
  'firstDayOfWeek'?: (number);
  'firstDayOfTheMonth'?: (number);
  'firstMonthOfTheYear'?: (number);
  'givenName'?: (string);
  'gender'?: (string);
  'title'?: (string);
  'phone'?: (string);
  '_name'?: "name";
  '_timeZone'?: "timeZone";
  '_locale'?: "locale";
  '_firstDayOfWeek'?: "firstDayOfWeek";
  '_firstDayOfTheMonth'?: "firstDayOfTheMonth";
  '_firstMonthOfTheYear'?: "firstMonthOfTheYear";
  '_givenName'?: "givenName";
  '_gender'?: "gender";
  '_title'?: "title";
  '_phone'?: "phone";
}
