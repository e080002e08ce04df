// Original file: florin/users/v1/users.proto


export interface Preferences {
  'firstDayOfWeek'?: (number);
  'firstDayOfTheMonth'?: (number);
  'firstMonthOfTheYear'?: (number);
  'timeZone'?: (string);
  'monthStartOnWeekend'?: (string);
  'fortnightFrom'?: (string);
  'ownPeriodStarts'?: (string)[];
  'locale'?: (string);
}

export interface Preferences__Output {
  'firstDayOfWeek': (number);
  'firstDayOfTheMonth': (number);
  'firstMonthOfTheYear': (number);
  'timeZone': (string);
  'monthStartOnWeekend': (string);
  'fortnightFrom': (string);
  'ownPeriodStarts': (string)[];
  'locale': (string);
}
