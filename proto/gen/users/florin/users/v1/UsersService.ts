// Original file: florin/users/v1/users.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AnswerFriendRequestRequest as _florin_users_v1_AnswerFriendRequestRequest, AnswerFriendRequestRequest__Output as _florin_users_v1_AnswerFriendRequestRequest__Output } from '../../../florin/users/v1/AnswerFriendRequestRequest.ts';
import type { AnswerFriendRequestResponse as _florin_users_v1_AnswerFriendRequestResponse, AnswerFriendRequestResponse__Output as _florin_users_v1_AnswerFriendRequestResponse__Output } from '../../../florin/users/v1/AnswerFriendRequestResponse.ts';
import type { CheckInRequest as _florin_users_v1_CheckInRequest, CheckInRequest__Output as _florin_users_v1_CheckInRequest__Output } from '../../../florin/users/v1/CheckInRequest.ts';
import type { CheckInResponse as _florin_users_v1_CheckInResponse, CheckInResponse__Output as _florin_users_v1_CheckInResponse__Output } from '../../../florin/users/v1/CheckInResponse.ts';
import type { CheckPaymentsRequest as _florin_users_v1_CheckPaymentsRequest, CheckPaymentsRequest__Output as _florin_users_v1_CheckPaymentsRequest__Output } from '../../../florin/users/v1/CheckPaymentsRequest.ts';
import type { CheckPaymentsResponse as _florin_users_v1_CheckPaymentsResponse, CheckPaymentsResponse__Output as _florin_users_v1_CheckPaymentsResponse__Output } from '../../../florin/users/v1/CheckPaymentsResponse.ts';
import type { CheckReachRequest as _florin_users_v1_CheckReachRequest, CheckReachRequest__Output as _florin_users_v1_CheckReachRequest__Output } from '../../../florin/users/v1/CheckReachRequest.ts';
import type { CheckReachResponse as _florin_users_v1_CheckReachResponse, CheckReachResponse__Output as _florin_users_v1_CheckReachResponse__Output } from '../../../florin/users/v1/CheckReachResponse.ts';
import type { FindPersonToAskRequest as _florin_users_v1_FindPersonToAskRequest, FindPersonToAskRequest__Output as _florin_users_v1_FindPersonToAskRequest__Output } from '../../../florin/users/v1/FindPersonToAskRequest.ts';
import type { FindPersonToAskResponse as _florin_users_v1_FindPersonToAskResponse, FindPersonToAskResponse__Output as _florin_users_v1_FindPersonToAskResponse__Output } from '../../../florin/users/v1/FindPersonToAskResponse.ts';
import type { GetCardBarcodeRequest as _florin_users_v1_GetCardBarcodeRequest, GetCardBarcodeRequest__Output as _florin_users_v1_GetCardBarcodeRequest__Output } from '../../../florin/users/v1/GetCardBarcodeRequest.ts';
import type { GetCardBarcodeResponse as _florin_users_v1_GetCardBarcodeResponse, GetCardBarcodeResponse__Output as _florin_users_v1_GetCardBarcodeResponse__Output } from '../../../florin/users/v1/GetCardBarcodeResponse.ts';
import type { GetMeRequest as _florin_users_v1_GetMeRequest, GetMeRequest__Output as _florin_users_v1_GetMeRequest__Output } from '../../../florin/users/v1/GetMeRequest.ts';
import type { GetMeResponse as _florin_users_v1_GetMeResponse, GetMeResponse__Output as _florin_users_v1_GetMeResponse__Output } from '../../../florin/users/v1/GetMeResponse.ts';
import type { GetPictureRequest as _florin_users_v1_GetPictureRequest, GetPictureRequest__Output as _florin_users_v1_GetPictureRequest__Output } from '../../../florin/users/v1/GetPictureRequest.ts';
import type { GetPictureResponse as _florin_users_v1_GetPictureResponse, GetPictureResponse__Output as _florin_users_v1_GetPictureResponse__Output } from '../../../florin/users/v1/GetPictureResponse.ts';
import type { GetPreferencesRequest as _florin_users_v1_GetPreferencesRequest, GetPreferencesRequest__Output as _florin_users_v1_GetPreferencesRequest__Output } from '../../../florin/users/v1/GetPreferencesRequest.ts';
import type { GetPreferencesResponse as _florin_users_v1_GetPreferencesResponse, GetPreferencesResponse__Output as _florin_users_v1_GetPreferencesResponse__Output } from '../../../florin/users/v1/GetPreferencesResponse.ts';
import type { GetProfilesRequest as _florin_users_v1_GetProfilesRequest, GetProfilesRequest__Output as _florin_users_v1_GetProfilesRequest__Output } from '../../../florin/users/v1/GetProfilesRequest.ts';
import type { GetProfilesResponse as _florin_users_v1_GetProfilesResponse, GetProfilesResponse__Output as _florin_users_v1_GetProfilesResponse__Output } from '../../../florin/users/v1/GetProfilesResponse.ts';
import type { GetRelationRequest as _florin_users_v1_GetRelationRequest, GetRelationRequest__Output as _florin_users_v1_GetRelationRequest__Output } from '../../../florin/users/v1/GetRelationRequest.ts';
import type { GetRelationResponse as _florin_users_v1_GetRelationResponse, GetRelationResponse__Output as _florin_users_v1_GetRelationResponse__Output } from '../../../florin/users/v1/GetRelationResponse.ts';
import type { ListFriendIdsRequest as _florin_users_v1_ListFriendIdsRequest, ListFriendIdsRequest__Output as _florin_users_v1_ListFriendIdsRequest__Output } from '../../../florin/users/v1/ListFriendIdsRequest.ts';
import type { ListFriendIdsResponse as _florin_users_v1_ListFriendIdsResponse, ListFriendIdsResponse__Output as _florin_users_v1_ListFriendIdsResponse__Output } from '../../../florin/users/v1/ListFriendIdsResponse.ts';
import type { ListFriendRequestsRequest as _florin_users_v1_ListFriendRequestsRequest, ListFriendRequestsRequest__Output as _florin_users_v1_ListFriendRequestsRequest__Output } from '../../../florin/users/v1/ListFriendRequestsRequest.ts';
import type { ListFriendRequestsResponse as _florin_users_v1_ListFriendRequestsResponse, ListFriendRequestsResponse__Output as _florin_users_v1_ListFriendRequestsResponse__Output } from '../../../florin/users/v1/ListFriendRequestsResponse.ts';
import type { ListFriendsRequest as _florin_users_v1_ListFriendsRequest, ListFriendsRequest__Output as _florin_users_v1_ListFriendsRequest__Output } from '../../../florin/users/v1/ListFriendsRequest.ts';
import type { ListFriendsResponse as _florin_users_v1_ListFriendsResponse, ListFriendsResponse__Output as _florin_users_v1_ListFriendsResponse__Output } from '../../../florin/users/v1/ListFriendsResponse.ts';
import type { RequestFriendRequest as _florin_users_v1_RequestFriendRequest, RequestFriendRequest__Output as _florin_users_v1_RequestFriendRequest__Output } from '../../../florin/users/v1/RequestFriendRequest.ts';
import type { RequestFriendResponse as _florin_users_v1_RequestFriendResponse, RequestFriendResponse__Output as _florin_users_v1_RequestFriendResponse__Output } from '../../../florin/users/v1/RequestFriendResponse.ts';
import type { SearchPeopleRequest as _florin_users_v1_SearchPeopleRequest, SearchPeopleRequest__Output as _florin_users_v1_SearchPeopleRequest__Output } from '../../../florin/users/v1/SearchPeopleRequest.ts';
import type { SearchPeopleResponse as _florin_users_v1_SearchPeopleResponse, SearchPeopleResponse__Output as _florin_users_v1_SearchPeopleResponse__Output } from '../../../florin/users/v1/SearchPeopleResponse.ts';
import type { SetPictureRequest as _florin_users_v1_SetPictureRequest, SetPictureRequest__Output as _florin_users_v1_SetPictureRequest__Output } from '../../../florin/users/v1/SetPictureRequest.ts';
import type { SetPictureResponse as _florin_users_v1_SetPictureResponse, SetPictureResponse__Output as _florin_users_v1_SetPictureResponse__Output } from '../../../florin/users/v1/SetPictureResponse.ts';
import type { SpinWheelRequest as _florin_users_v1_SpinWheelRequest, SpinWheelRequest__Output as _florin_users_v1_SpinWheelRequest__Output } from '../../../florin/users/v1/SpinWheelRequest.ts';
import type { SpinWheelResponse as _florin_users_v1_SpinWheelResponse, SpinWheelResponse__Output as _florin_users_v1_SpinWheelResponse__Output } from '../../../florin/users/v1/SpinWheelResponse.ts';
import type { UnfriendRequest as _florin_users_v1_UnfriendRequest, UnfriendRequest__Output as _florin_users_v1_UnfriendRequest__Output } from '../../../florin/users/v1/UnfriendRequest.ts';
import type { UnfriendResponse as _florin_users_v1_UnfriendResponse, UnfriendResponse__Output as _florin_users_v1_UnfriendResponse__Output } from '../../../florin/users/v1/UnfriendResponse.ts';
import type { UpdateMeRequest as _florin_users_v1_UpdateMeRequest, UpdateMeRequest__Output as _florin_users_v1_UpdateMeRequest__Output } from '../../../florin/users/v1/UpdateMeRequest.ts';
import type { UpdateMeResponse as _florin_users_v1_UpdateMeResponse, UpdateMeResponse__Output as _florin_users_v1_UpdateMeResponse__Output } from '../../../florin/users/v1/UpdateMeResponse.ts';

export interface UsersServiceClient extends grpc.Client {
  AnswerFriendRequest(argument: _florin_users_v1_AnswerFriendRequestRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_AnswerFriendRequestResponse__Output>): grpc.ClientUnaryCall;
  AnswerFriendRequest(argument: _florin_users_v1_AnswerFriendRequestRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_AnswerFriendRequestResponse__Output>): grpc.ClientUnaryCall;
  AnswerFriendRequest(argument: _florin_users_v1_AnswerFriendRequestRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_AnswerFriendRequestResponse__Output>): grpc.ClientUnaryCall;
  AnswerFriendRequest(argument: _florin_users_v1_AnswerFriendRequestRequest, callback: grpc.requestCallback<_florin_users_v1_AnswerFriendRequestResponse__Output>): grpc.ClientUnaryCall;
  answerFriendRequest(argument: _florin_users_v1_AnswerFriendRequestRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_AnswerFriendRequestResponse__Output>): grpc.ClientUnaryCall;
  answerFriendRequest(argument: _florin_users_v1_AnswerFriendRequestRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_AnswerFriendRequestResponse__Output>): grpc.ClientUnaryCall;
  answerFriendRequest(argument: _florin_users_v1_AnswerFriendRequestRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_AnswerFriendRequestResponse__Output>): grpc.ClientUnaryCall;
  answerFriendRequest(argument: _florin_users_v1_AnswerFriendRequestRequest, callback: grpc.requestCallback<_florin_users_v1_AnswerFriendRequestResponse__Output>): grpc.ClientUnaryCall;
  
  CheckIn(argument: _florin_users_v1_CheckInRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_CheckInResponse__Output>): grpc.ClientUnaryCall;
  CheckIn(argument: _florin_users_v1_CheckInRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_CheckInResponse__Output>): grpc.ClientUnaryCall;
  CheckIn(argument: _florin_users_v1_CheckInRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_CheckInResponse__Output>): grpc.ClientUnaryCall;
  CheckIn(argument: _florin_users_v1_CheckInRequest, callback: grpc.requestCallback<_florin_users_v1_CheckInResponse__Output>): grpc.ClientUnaryCall;
  checkIn(argument: _florin_users_v1_CheckInRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_CheckInResponse__Output>): grpc.ClientUnaryCall;
  checkIn(argument: _florin_users_v1_CheckInRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_CheckInResponse__Output>): grpc.ClientUnaryCall;
  checkIn(argument: _florin_users_v1_CheckInRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_CheckInResponse__Output>): grpc.ClientUnaryCall;
  checkIn(argument: _florin_users_v1_CheckInRequest, callback: grpc.requestCallback<_florin_users_v1_CheckInResponse__Output>): grpc.ClientUnaryCall;
  
  CheckPayments(argument: _florin_users_v1_CheckPaymentsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_CheckPaymentsResponse__Output>): grpc.ClientUnaryCall;
  CheckPayments(argument: _florin_users_v1_CheckPaymentsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_CheckPaymentsResponse__Output>): grpc.ClientUnaryCall;
  CheckPayments(argument: _florin_users_v1_CheckPaymentsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_CheckPaymentsResponse__Output>): grpc.ClientUnaryCall;
  CheckPayments(argument: _florin_users_v1_CheckPaymentsRequest, callback: grpc.requestCallback<_florin_users_v1_CheckPaymentsResponse__Output>): grpc.ClientUnaryCall;
  checkPayments(argument: _florin_users_v1_CheckPaymentsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_CheckPaymentsResponse__Output>): grpc.ClientUnaryCall;
  checkPayments(argument: _florin_users_v1_CheckPaymentsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_CheckPaymentsResponse__Output>): grpc.ClientUnaryCall;
  checkPayments(argument: _florin_users_v1_CheckPaymentsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_CheckPaymentsResponse__Output>): grpc.ClientUnaryCall;
  checkPayments(argument: _florin_users_v1_CheckPaymentsRequest, callback: grpc.requestCallback<_florin_users_v1_CheckPaymentsResponse__Output>): grpc.ClientUnaryCall;
  
  CheckReach(argument: _florin_users_v1_CheckReachRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_CheckReachResponse__Output>): grpc.ClientUnaryCall;
  CheckReach(argument: _florin_users_v1_CheckReachRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_CheckReachResponse__Output>): grpc.ClientUnaryCall;
  CheckReach(argument: _florin_users_v1_CheckReachRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_CheckReachResponse__Output>): grpc.ClientUnaryCall;
  CheckReach(argument: _florin_users_v1_CheckReachRequest, callback: grpc.requestCallback<_florin_users_v1_CheckReachResponse__Output>): grpc.ClientUnaryCall;
  checkReach(argument: _florin_users_v1_CheckReachRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_CheckReachResponse__Output>): grpc.ClientUnaryCall;
  checkReach(argument: _florin_users_v1_CheckReachRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_CheckReachResponse__Output>): grpc.ClientUnaryCall;
  checkReach(argument: _florin_users_v1_CheckReachRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_CheckReachResponse__Output>): grpc.ClientUnaryCall;
  checkReach(argument: _florin_users_v1_CheckReachRequest, callback: grpc.requestCallback<_florin_users_v1_CheckReachResponse__Output>): grpc.ClientUnaryCall;
  
  FindPersonToAsk(argument: _florin_users_v1_FindPersonToAskRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_FindPersonToAskResponse__Output>): grpc.ClientUnaryCall;
  FindPersonToAsk(argument: _florin_users_v1_FindPersonToAskRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_FindPersonToAskResponse__Output>): grpc.ClientUnaryCall;
  FindPersonToAsk(argument: _florin_users_v1_FindPersonToAskRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_FindPersonToAskResponse__Output>): grpc.ClientUnaryCall;
  FindPersonToAsk(argument: _florin_users_v1_FindPersonToAskRequest, callback: grpc.requestCallback<_florin_users_v1_FindPersonToAskResponse__Output>): grpc.ClientUnaryCall;
  findPersonToAsk(argument: _florin_users_v1_FindPersonToAskRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_FindPersonToAskResponse__Output>): grpc.ClientUnaryCall;
  findPersonToAsk(argument: _florin_users_v1_FindPersonToAskRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_FindPersonToAskResponse__Output>): grpc.ClientUnaryCall;
  findPersonToAsk(argument: _florin_users_v1_FindPersonToAskRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_FindPersonToAskResponse__Output>): grpc.ClientUnaryCall;
  findPersonToAsk(argument: _florin_users_v1_FindPersonToAskRequest, callback: grpc.requestCallback<_florin_users_v1_FindPersonToAskResponse__Output>): grpc.ClientUnaryCall;
  
  GetCardBarcode(argument: _florin_users_v1_GetCardBarcodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetCardBarcodeResponse__Output>): grpc.ClientUnaryCall;
  GetCardBarcode(argument: _florin_users_v1_GetCardBarcodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_GetCardBarcodeResponse__Output>): grpc.ClientUnaryCall;
  GetCardBarcode(argument: _florin_users_v1_GetCardBarcodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetCardBarcodeResponse__Output>): grpc.ClientUnaryCall;
  GetCardBarcode(argument: _florin_users_v1_GetCardBarcodeRequest, callback: grpc.requestCallback<_florin_users_v1_GetCardBarcodeResponse__Output>): grpc.ClientUnaryCall;
  getCardBarcode(argument: _florin_users_v1_GetCardBarcodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetCardBarcodeResponse__Output>): grpc.ClientUnaryCall;
  getCardBarcode(argument: _florin_users_v1_GetCardBarcodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_GetCardBarcodeResponse__Output>): grpc.ClientUnaryCall;
  getCardBarcode(argument: _florin_users_v1_GetCardBarcodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetCardBarcodeResponse__Output>): grpc.ClientUnaryCall;
  getCardBarcode(argument: _florin_users_v1_GetCardBarcodeRequest, callback: grpc.requestCallback<_florin_users_v1_GetCardBarcodeResponse__Output>): grpc.ClientUnaryCall;
  
  GetMe(argument: _florin_users_v1_GetMeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetMeResponse__Output>): grpc.ClientUnaryCall;
  GetMe(argument: _florin_users_v1_GetMeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_GetMeResponse__Output>): grpc.ClientUnaryCall;
  GetMe(argument: _florin_users_v1_GetMeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetMeResponse__Output>): grpc.ClientUnaryCall;
  GetMe(argument: _florin_users_v1_GetMeRequest, callback: grpc.requestCallback<_florin_users_v1_GetMeResponse__Output>): grpc.ClientUnaryCall;
  getMe(argument: _florin_users_v1_GetMeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetMeResponse__Output>): grpc.ClientUnaryCall;
  getMe(argument: _florin_users_v1_GetMeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_GetMeResponse__Output>): grpc.ClientUnaryCall;
  getMe(argument: _florin_users_v1_GetMeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetMeResponse__Output>): grpc.ClientUnaryCall;
  getMe(argument: _florin_users_v1_GetMeRequest, callback: grpc.requestCallback<_florin_users_v1_GetMeResponse__Output>): grpc.ClientUnaryCall;
  
  GetPicture(argument: _florin_users_v1_GetPictureRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetPictureResponse__Output>): grpc.ClientUnaryCall;
  GetPicture(argument: _florin_users_v1_GetPictureRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_GetPictureResponse__Output>): grpc.ClientUnaryCall;
  GetPicture(argument: _florin_users_v1_GetPictureRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetPictureResponse__Output>): grpc.ClientUnaryCall;
  GetPicture(argument: _florin_users_v1_GetPictureRequest, callback: grpc.requestCallback<_florin_users_v1_GetPictureResponse__Output>): grpc.ClientUnaryCall;
  getPicture(argument: _florin_users_v1_GetPictureRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetPictureResponse__Output>): grpc.ClientUnaryCall;
  getPicture(argument: _florin_users_v1_GetPictureRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_GetPictureResponse__Output>): grpc.ClientUnaryCall;
  getPicture(argument: _florin_users_v1_GetPictureRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetPictureResponse__Output>): grpc.ClientUnaryCall;
  getPicture(argument: _florin_users_v1_GetPictureRequest, callback: grpc.requestCallback<_florin_users_v1_GetPictureResponse__Output>): grpc.ClientUnaryCall;
  
  GetPreferences(argument: _florin_users_v1_GetPreferencesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetPreferencesResponse__Output>): grpc.ClientUnaryCall;
  GetPreferences(argument: _florin_users_v1_GetPreferencesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_GetPreferencesResponse__Output>): grpc.ClientUnaryCall;
  GetPreferences(argument: _florin_users_v1_GetPreferencesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetPreferencesResponse__Output>): grpc.ClientUnaryCall;
  GetPreferences(argument: _florin_users_v1_GetPreferencesRequest, callback: grpc.requestCallback<_florin_users_v1_GetPreferencesResponse__Output>): grpc.ClientUnaryCall;
  getPreferences(argument: _florin_users_v1_GetPreferencesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetPreferencesResponse__Output>): grpc.ClientUnaryCall;
  getPreferences(argument: _florin_users_v1_GetPreferencesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_GetPreferencesResponse__Output>): grpc.ClientUnaryCall;
  getPreferences(argument: _florin_users_v1_GetPreferencesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetPreferencesResponse__Output>): grpc.ClientUnaryCall;
  getPreferences(argument: _florin_users_v1_GetPreferencesRequest, callback: grpc.requestCallback<_florin_users_v1_GetPreferencesResponse__Output>): grpc.ClientUnaryCall;
  
  GetProfiles(argument: _florin_users_v1_GetProfilesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetProfilesResponse__Output>): grpc.ClientUnaryCall;
  GetProfiles(argument: _florin_users_v1_GetProfilesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_GetProfilesResponse__Output>): grpc.ClientUnaryCall;
  GetProfiles(argument: _florin_users_v1_GetProfilesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetProfilesResponse__Output>): grpc.ClientUnaryCall;
  GetProfiles(argument: _florin_users_v1_GetProfilesRequest, callback: grpc.requestCallback<_florin_users_v1_GetProfilesResponse__Output>): grpc.ClientUnaryCall;
  getProfiles(argument: _florin_users_v1_GetProfilesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetProfilesResponse__Output>): grpc.ClientUnaryCall;
  getProfiles(argument: _florin_users_v1_GetProfilesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_GetProfilesResponse__Output>): grpc.ClientUnaryCall;
  getProfiles(argument: _florin_users_v1_GetProfilesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetProfilesResponse__Output>): grpc.ClientUnaryCall;
  getProfiles(argument: _florin_users_v1_GetProfilesRequest, callback: grpc.requestCallback<_florin_users_v1_GetProfilesResponse__Output>): grpc.ClientUnaryCall;
  
  GetRelation(argument: _florin_users_v1_GetRelationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetRelationResponse__Output>): grpc.ClientUnaryCall;
  GetRelation(argument: _florin_users_v1_GetRelationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_GetRelationResponse__Output>): grpc.ClientUnaryCall;
  GetRelation(argument: _florin_users_v1_GetRelationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetRelationResponse__Output>): grpc.ClientUnaryCall;
  GetRelation(argument: _florin_users_v1_GetRelationRequest, callback: grpc.requestCallback<_florin_users_v1_GetRelationResponse__Output>): grpc.ClientUnaryCall;
  getRelation(argument: _florin_users_v1_GetRelationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetRelationResponse__Output>): grpc.ClientUnaryCall;
  getRelation(argument: _florin_users_v1_GetRelationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_GetRelationResponse__Output>): grpc.ClientUnaryCall;
  getRelation(argument: _florin_users_v1_GetRelationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_GetRelationResponse__Output>): grpc.ClientUnaryCall;
  getRelation(argument: _florin_users_v1_GetRelationRequest, callback: grpc.requestCallback<_florin_users_v1_GetRelationResponse__Output>): grpc.ClientUnaryCall;
  
  ListFriendIds(argument: _florin_users_v1_ListFriendIdsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_ListFriendIdsResponse__Output>): grpc.ClientUnaryCall;
  ListFriendIds(argument: _florin_users_v1_ListFriendIdsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_ListFriendIdsResponse__Output>): grpc.ClientUnaryCall;
  ListFriendIds(argument: _florin_users_v1_ListFriendIdsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_ListFriendIdsResponse__Output>): grpc.ClientUnaryCall;
  ListFriendIds(argument: _florin_users_v1_ListFriendIdsRequest, callback: grpc.requestCallback<_florin_users_v1_ListFriendIdsResponse__Output>): grpc.ClientUnaryCall;
  listFriendIds(argument: _florin_users_v1_ListFriendIdsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_ListFriendIdsResponse__Output>): grpc.ClientUnaryCall;
  listFriendIds(argument: _florin_users_v1_ListFriendIdsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_ListFriendIdsResponse__Output>): grpc.ClientUnaryCall;
  listFriendIds(argument: _florin_users_v1_ListFriendIdsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_ListFriendIdsResponse__Output>): grpc.ClientUnaryCall;
  listFriendIds(argument: _florin_users_v1_ListFriendIdsRequest, callback: grpc.requestCallback<_florin_users_v1_ListFriendIdsResponse__Output>): grpc.ClientUnaryCall;
  
  ListFriendRequests(argument: _florin_users_v1_ListFriendRequestsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_ListFriendRequestsResponse__Output>): grpc.ClientUnaryCall;
  ListFriendRequests(argument: _florin_users_v1_ListFriendRequestsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_ListFriendRequestsResponse__Output>): grpc.ClientUnaryCall;
  ListFriendRequests(argument: _florin_users_v1_ListFriendRequestsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_ListFriendRequestsResponse__Output>): grpc.ClientUnaryCall;
  ListFriendRequests(argument: _florin_users_v1_ListFriendRequestsRequest, callback: grpc.requestCallback<_florin_users_v1_ListFriendRequestsResponse__Output>): grpc.ClientUnaryCall;
  listFriendRequests(argument: _florin_users_v1_ListFriendRequestsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_ListFriendRequestsResponse__Output>): grpc.ClientUnaryCall;
  listFriendRequests(argument: _florin_users_v1_ListFriendRequestsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_ListFriendRequestsResponse__Output>): grpc.ClientUnaryCall;
  listFriendRequests(argument: _florin_users_v1_ListFriendRequestsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_ListFriendRequestsResponse__Output>): grpc.ClientUnaryCall;
  listFriendRequests(argument: _florin_users_v1_ListFriendRequestsRequest, callback: grpc.requestCallback<_florin_users_v1_ListFriendRequestsResponse__Output>): grpc.ClientUnaryCall;
  
  ListFriends(argument: _florin_users_v1_ListFriendsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_ListFriendsResponse__Output>): grpc.ClientUnaryCall;
  ListFriends(argument: _florin_users_v1_ListFriendsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_ListFriendsResponse__Output>): grpc.ClientUnaryCall;
  ListFriends(argument: _florin_users_v1_ListFriendsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_ListFriendsResponse__Output>): grpc.ClientUnaryCall;
  ListFriends(argument: _florin_users_v1_ListFriendsRequest, callback: grpc.requestCallback<_florin_users_v1_ListFriendsResponse__Output>): grpc.ClientUnaryCall;
  listFriends(argument: _florin_users_v1_ListFriendsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_ListFriendsResponse__Output>): grpc.ClientUnaryCall;
  listFriends(argument: _florin_users_v1_ListFriendsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_ListFriendsResponse__Output>): grpc.ClientUnaryCall;
  listFriends(argument: _florin_users_v1_ListFriendsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_ListFriendsResponse__Output>): grpc.ClientUnaryCall;
  listFriends(argument: _florin_users_v1_ListFriendsRequest, callback: grpc.requestCallback<_florin_users_v1_ListFriendsResponse__Output>): grpc.ClientUnaryCall;
  
  RequestFriend(argument: _florin_users_v1_RequestFriendRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_RequestFriendResponse__Output>): grpc.ClientUnaryCall;
  RequestFriend(argument: _florin_users_v1_RequestFriendRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_RequestFriendResponse__Output>): grpc.ClientUnaryCall;
  RequestFriend(argument: _florin_users_v1_RequestFriendRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_RequestFriendResponse__Output>): grpc.ClientUnaryCall;
  RequestFriend(argument: _florin_users_v1_RequestFriendRequest, callback: grpc.requestCallback<_florin_users_v1_RequestFriendResponse__Output>): grpc.ClientUnaryCall;
  requestFriend(argument: _florin_users_v1_RequestFriendRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_RequestFriendResponse__Output>): grpc.ClientUnaryCall;
  requestFriend(argument: _florin_users_v1_RequestFriendRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_RequestFriendResponse__Output>): grpc.ClientUnaryCall;
  requestFriend(argument: _florin_users_v1_RequestFriendRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_RequestFriendResponse__Output>): grpc.ClientUnaryCall;
  requestFriend(argument: _florin_users_v1_RequestFriendRequest, callback: grpc.requestCallback<_florin_users_v1_RequestFriendResponse__Output>): grpc.ClientUnaryCall;
  
  SearchPeople(argument: _florin_users_v1_SearchPeopleRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_SearchPeopleResponse__Output>): grpc.ClientUnaryCall;
  SearchPeople(argument: _florin_users_v1_SearchPeopleRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_SearchPeopleResponse__Output>): grpc.ClientUnaryCall;
  SearchPeople(argument: _florin_users_v1_SearchPeopleRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_SearchPeopleResponse__Output>): grpc.ClientUnaryCall;
  SearchPeople(argument: _florin_users_v1_SearchPeopleRequest, callback: grpc.requestCallback<_florin_users_v1_SearchPeopleResponse__Output>): grpc.ClientUnaryCall;
  searchPeople(argument: _florin_users_v1_SearchPeopleRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_SearchPeopleResponse__Output>): grpc.ClientUnaryCall;
  searchPeople(argument: _florin_users_v1_SearchPeopleRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_SearchPeopleResponse__Output>): grpc.ClientUnaryCall;
  searchPeople(argument: _florin_users_v1_SearchPeopleRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_SearchPeopleResponse__Output>): grpc.ClientUnaryCall;
  searchPeople(argument: _florin_users_v1_SearchPeopleRequest, callback: grpc.requestCallback<_florin_users_v1_SearchPeopleResponse__Output>): grpc.ClientUnaryCall;
  
  SetPicture(argument: _florin_users_v1_SetPictureRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_SetPictureResponse__Output>): grpc.ClientUnaryCall;
  SetPicture(argument: _florin_users_v1_SetPictureRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_SetPictureResponse__Output>): grpc.ClientUnaryCall;
  SetPicture(argument: _florin_users_v1_SetPictureRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_SetPictureResponse__Output>): grpc.ClientUnaryCall;
  SetPicture(argument: _florin_users_v1_SetPictureRequest, callback: grpc.requestCallback<_florin_users_v1_SetPictureResponse__Output>): grpc.ClientUnaryCall;
  setPicture(argument: _florin_users_v1_SetPictureRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_SetPictureResponse__Output>): grpc.ClientUnaryCall;
  setPicture(argument: _florin_users_v1_SetPictureRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_SetPictureResponse__Output>): grpc.ClientUnaryCall;
  setPicture(argument: _florin_users_v1_SetPictureRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_SetPictureResponse__Output>): grpc.ClientUnaryCall;
  setPicture(argument: _florin_users_v1_SetPictureRequest, callback: grpc.requestCallback<_florin_users_v1_SetPictureResponse__Output>): grpc.ClientUnaryCall;
  
  SpinWheel(argument: _florin_users_v1_SpinWheelRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_SpinWheelResponse__Output>): grpc.ClientUnaryCall;
  SpinWheel(argument: _florin_users_v1_SpinWheelRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_SpinWheelResponse__Output>): grpc.ClientUnaryCall;
  SpinWheel(argument: _florin_users_v1_SpinWheelRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_SpinWheelResponse__Output>): grpc.ClientUnaryCall;
  SpinWheel(argument: _florin_users_v1_SpinWheelRequest, callback: grpc.requestCallback<_florin_users_v1_SpinWheelResponse__Output>): grpc.ClientUnaryCall;
  spinWheel(argument: _florin_users_v1_SpinWheelRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_SpinWheelResponse__Output>): grpc.ClientUnaryCall;
  spinWheel(argument: _florin_users_v1_SpinWheelRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_SpinWheelResponse__Output>): grpc.ClientUnaryCall;
  spinWheel(argument: _florin_users_v1_SpinWheelRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_SpinWheelResponse__Output>): grpc.ClientUnaryCall;
  spinWheel(argument: _florin_users_v1_SpinWheelRequest, callback: grpc.requestCallback<_florin_users_v1_SpinWheelResponse__Output>): grpc.ClientUnaryCall;
  
  Unfriend(argument: _florin_users_v1_UnfriendRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_UnfriendResponse__Output>): grpc.ClientUnaryCall;
  Unfriend(argument: _florin_users_v1_UnfriendRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_UnfriendResponse__Output>): grpc.ClientUnaryCall;
  Unfriend(argument: _florin_users_v1_UnfriendRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_UnfriendResponse__Output>): grpc.ClientUnaryCall;
  Unfriend(argument: _florin_users_v1_UnfriendRequest, callback: grpc.requestCallback<_florin_users_v1_UnfriendResponse__Output>): grpc.ClientUnaryCall;
  unfriend(argument: _florin_users_v1_UnfriendRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_UnfriendResponse__Output>): grpc.ClientUnaryCall;
  unfriend(argument: _florin_users_v1_UnfriendRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_UnfriendResponse__Output>): grpc.ClientUnaryCall;
  unfriend(argument: _florin_users_v1_UnfriendRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_UnfriendResponse__Output>): grpc.ClientUnaryCall;
  unfriend(argument: _florin_users_v1_UnfriendRequest, callback: grpc.requestCallback<_florin_users_v1_UnfriendResponse__Output>): grpc.ClientUnaryCall;
  
  UpdateMe(argument: _florin_users_v1_UpdateMeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_UpdateMeResponse__Output>): grpc.ClientUnaryCall;
  UpdateMe(argument: _florin_users_v1_UpdateMeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_UpdateMeResponse__Output>): grpc.ClientUnaryCall;
  UpdateMe(argument: _florin_users_v1_UpdateMeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_UpdateMeResponse__Output>): grpc.ClientUnaryCall;
  UpdateMe(argument: _florin_users_v1_UpdateMeRequest, callback: grpc.requestCallback<_florin_users_v1_UpdateMeResponse__Output>): grpc.ClientUnaryCall;
  updateMe(argument: _florin_users_v1_UpdateMeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_UpdateMeResponse__Output>): grpc.ClientUnaryCall;
  updateMe(argument: _florin_users_v1_UpdateMeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_users_v1_UpdateMeResponse__Output>): grpc.ClientUnaryCall;
  updateMe(argument: _florin_users_v1_UpdateMeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_users_v1_UpdateMeResponse__Output>): grpc.ClientUnaryCall;
  updateMe(argument: _florin_users_v1_UpdateMeRequest, callback: grpc.requestCallback<_florin_users_v1_UpdateMeResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface UsersServiceHandlers extends grpc.UntypedServiceImplementation {
  AnswerFriendRequest: grpc.handleUnaryCall<_florin_users_v1_AnswerFriendRequestRequest__Output, _florin_users_v1_AnswerFriendRequestResponse>;
  
  CheckIn: grpc.handleUnaryCall<_florin_users_v1_CheckInRequest__Output, _florin_users_v1_CheckInResponse>;
  
  CheckPayments: grpc.handleUnaryCall<_florin_users_v1_CheckPaymentsRequest__Output, _florin_users_v1_CheckPaymentsResponse>;
  
  CheckReach: grpc.handleUnaryCall<_florin_users_v1_CheckReachRequest__Output, _florin_users_v1_CheckReachResponse>;
  
  FindPersonToAsk: grpc.handleUnaryCall<_florin_users_v1_FindPersonToAskRequest__Output, _florin_users_v1_FindPersonToAskResponse>;
  
  GetCardBarcode: grpc.handleUnaryCall<_florin_users_v1_GetCardBarcodeRequest__Output, _florin_users_v1_GetCardBarcodeResponse>;
  
  GetMe: grpc.handleUnaryCall<_florin_users_v1_GetMeRequest__Output, _florin_users_v1_GetMeResponse>;
  
  GetPicture: grpc.handleUnaryCall<_florin_users_v1_GetPictureRequest__Output, _florin_users_v1_GetPictureResponse>;
  
  GetPreferences: grpc.handleUnaryCall<_florin_users_v1_GetPreferencesRequest__Output, _florin_users_v1_GetPreferencesResponse>;
  
  GetProfiles: grpc.handleUnaryCall<_florin_users_v1_GetProfilesRequest__Output, _florin_users_v1_GetProfilesResponse>;
  
  GetRelation: grpc.handleUnaryCall<_florin_users_v1_GetRelationRequest__Output, _florin_users_v1_GetRelationResponse>;
  
  ListFriendIds: grpc.handleUnaryCall<_florin_users_v1_ListFriendIdsRequest__Output, _florin_users_v1_ListFriendIdsResponse>;
  
  ListFriendRequests: grpc.handleUnaryCall<_florin_users_v1_ListFriendRequestsRequest__Output, _florin_users_v1_ListFriendRequestsResponse>;
  
  ListFriends: grpc.handleUnaryCall<_florin_users_v1_ListFriendsRequest__Output, _florin_users_v1_ListFriendsResponse>;
  
  RequestFriend: grpc.handleUnaryCall<_florin_users_v1_RequestFriendRequest__Output, _florin_users_v1_RequestFriendResponse>;
  
  SearchPeople: grpc.handleUnaryCall<_florin_users_v1_SearchPeopleRequest__Output, _florin_users_v1_SearchPeopleResponse>;
  
  SetPicture: grpc.handleUnaryCall<_florin_users_v1_SetPictureRequest__Output, _florin_users_v1_SetPictureResponse>;
  
  SpinWheel: grpc.handleUnaryCall<_florin_users_v1_SpinWheelRequest__Output, _florin_users_v1_SpinWheelResponse>;
  
  Unfriend: grpc.handleUnaryCall<_florin_users_v1_UnfriendRequest__Output, _florin_users_v1_UnfriendResponse>;
  
  UpdateMe: grpc.handleUnaryCall<_florin_users_v1_UpdateMeRequest__Output, _florin_users_v1_UpdateMeResponse>;
  
}

export interface UsersServiceDefinition extends grpc.ServiceDefinition {
  AnswerFriendRequest: MethodDefinition<_florin_users_v1_AnswerFriendRequestRequest, _florin_users_v1_AnswerFriendRequestResponse, _florin_users_v1_AnswerFriendRequestRequest__Output, _florin_users_v1_AnswerFriendRequestResponse__Output>
  CheckIn: MethodDefinition<_florin_users_v1_CheckInRequest, _florin_users_v1_CheckInResponse, _florin_users_v1_CheckInRequest__Output, _florin_users_v1_CheckInResponse__Output>
  CheckPayments: MethodDefinition<_florin_users_v1_CheckPaymentsRequest, _florin_users_v1_CheckPaymentsResponse, _florin_users_v1_CheckPaymentsRequest__Output, _florin_users_v1_CheckPaymentsResponse__Output>
  CheckReach: MethodDefinition<_florin_users_v1_CheckReachRequest, _florin_users_v1_CheckReachResponse, _florin_users_v1_CheckReachRequest__Output, _florin_users_v1_CheckReachResponse__Output>
  FindPersonToAsk: MethodDefinition<_florin_users_v1_FindPersonToAskRequest, _florin_users_v1_FindPersonToAskResponse, _florin_users_v1_FindPersonToAskRequest__Output, _florin_users_v1_FindPersonToAskResponse__Output>
  GetCardBarcode: MethodDefinition<_florin_users_v1_GetCardBarcodeRequest, _florin_users_v1_GetCardBarcodeResponse, _florin_users_v1_GetCardBarcodeRequest__Output, _florin_users_v1_GetCardBarcodeResponse__Output>
  GetMe: MethodDefinition<_florin_users_v1_GetMeRequest, _florin_users_v1_GetMeResponse, _florin_users_v1_GetMeRequest__Output, _florin_users_v1_GetMeResponse__Output>
  GetPicture: MethodDefinition<_florin_users_v1_GetPictureRequest, _florin_users_v1_GetPictureResponse, _florin_users_v1_GetPictureRequest__Output, _florin_users_v1_GetPictureResponse__Output>
  GetPreferences: MethodDefinition<_florin_users_v1_GetPreferencesRequest, _florin_users_v1_GetPreferencesResponse, _florin_users_v1_GetPreferencesRequest__Output, _florin_users_v1_GetPreferencesResponse__Output>
  GetProfiles: MethodDefinition<_florin_users_v1_GetProfilesRequest, _florin_users_v1_GetProfilesResponse, _florin_users_v1_GetProfilesRequest__Output, _florin_users_v1_GetProfilesResponse__Output>
  GetRelation: MethodDefinition<_florin_users_v1_GetRelationRequest, _florin_users_v1_GetRelationResponse, _florin_users_v1_GetRelationRequest__Output, _florin_users_v1_GetRelationResponse__Output>
  ListFriendIds: MethodDefinition<_florin_users_v1_ListFriendIdsRequest, _florin_users_v1_ListFriendIdsResponse, _florin_users_v1_ListFriendIdsRequest__Output, _florin_users_v1_ListFriendIdsResponse__Output>
  ListFriendRequests: MethodDefinition<_florin_users_v1_ListFriendRequestsRequest, _florin_users_v1_ListFriendRequestsResponse, _florin_users_v1_ListFriendRequestsRequest__Output, _florin_users_v1_ListFriendRequestsResponse__Output>
  ListFriends: MethodDefinition<_florin_users_v1_ListFriendsRequest, _florin_users_v1_ListFriendsResponse, _florin_users_v1_ListFriendsRequest__Output, _florin_users_v1_ListFriendsResponse__Output>
  RequestFriend: MethodDefinition<_florin_users_v1_RequestFriendRequest, _florin_users_v1_RequestFriendResponse, _florin_users_v1_RequestFriendRequest__Output, _florin_users_v1_RequestFriendResponse__Output>
  SearchPeople: MethodDefinition<_florin_users_v1_SearchPeopleRequest, _florin_users_v1_SearchPeopleResponse, _florin_users_v1_SearchPeopleRequest__Output, _florin_users_v1_SearchPeopleResponse__Output>
  SetPicture: MethodDefinition<_florin_users_v1_SetPictureRequest, _florin_users_v1_SetPictureResponse, _florin_users_v1_SetPictureRequest__Output, _florin_users_v1_SetPictureResponse__Output>
  SpinWheel: MethodDefinition<_florin_users_v1_SpinWheelRequest, _florin_users_v1_SpinWheelResponse, _florin_users_v1_SpinWheelRequest__Output, _florin_users_v1_SpinWheelResponse__Output>
  Unfriend: MethodDefinition<_florin_users_v1_UnfriendRequest, _florin_users_v1_UnfriendResponse, _florin_users_v1_UnfriendRequest__Output, _florin_users_v1_UnfriendResponse__Output>
  UpdateMe: MethodDefinition<_florin_users_v1_UpdateMeRequest, _florin_users_v1_UpdateMeResponse, _florin_users_v1_UpdateMeRequest__Output, _florin_users_v1_UpdateMeResponse__Output>
}
