// Original file: florin/users/v1/users.proto


export interface Profile {
  'userId'?: (string);
  'name'?: (string);
  'username'?: (string);
  'timeZone'?: (string);
  'locale'?: (string);
  'createdAt'?: (string);
  'hasPicture'?: (boolean);
}

export interface Profile__Output {
  'userId': (string);
  'name': (string);
  'username': (string);
  'timeZone': (string);
  'locale': (string);
  'createdAt': (string);
  'hasPicture': (boolean);
}
