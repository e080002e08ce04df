// Original file: florin/users/v1/users.proto


export interface GetMeRequest {
  'userId'?: (string);
  'includePicture'?: (boolean);
}

export interface GetMeRequest__Output {
  'userId': (string);
  'includePicture': (boolean);
}
