import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { AnswerFriendRequestRequest as _florin_users_v1_AnswerFriendRequestRequest, AnswerFriendRequestRequest__Output as _florin_users_v1_AnswerFriendRequestRequest__Output } from './florin/users/v1/AnswerFriendRequestRequest.ts';
import type { AnswerFriendRequestResponse as _florin_users_v1_AnswerFriendRequestResponse, AnswerFriendRequestResponse__Output as _florin_users_v1_AnswerFriendRequestResponse__Output } from './florin/users/v1/AnswerFriendRequestResponse.ts';
import type { CheckInRequest as _florin_users_v1_CheckInRequest, CheckInRequest__Output as _florin_users_v1_CheckInRequest__Output } from './florin/users/v1/CheckInRequest.ts';
import type { CheckInResponse as _florin_users_v1_CheckInResponse, CheckInResponse__Output as _florin_users_v1_CheckInResponse__Output } from './florin/users/v1/CheckInResponse.ts';
import type { CheckPaymentsRequest as _florin_users_v1_CheckPaymentsRequest, CheckPaymentsRequest__Output as _florin_users_v1_CheckPaymentsRequest__Output } from './florin/users/v1/CheckPaymentsRequest.ts';
import type { CheckPaymentsResponse as _florin_users_v1_CheckPaymentsResponse, CheckPaymentsResponse__Output as _florin_users_v1_CheckPaymentsResponse__Output } from './florin/users/v1/CheckPaymentsResponse.ts';
import type { CheckReachRequest as _florin_users_v1_CheckReachRequest, CheckReachRequest__Output as _florin_users_v1_CheckReachRequest__Output } from './florin/users/v1/CheckReachRequest.ts';
import type { CheckReachResponse as _florin_users_v1_CheckReachResponse, CheckReachResponse__Output as _florin_users_v1_CheckReachResponse__Output } from './florin/users/v1/CheckReachResponse.ts';
import type { FindPersonToAskRequest as _florin_users_v1_FindPersonToAskRequest, FindPersonToAskRequest__Output as _florin_users_v1_FindPersonToAskRequest__Output } from './florin/users/v1/FindPersonToAskRequest.ts';
import type { FindPersonToAskResponse as _florin_users_v1_FindPersonToAskResponse, FindPersonToAskResponse__Output as _florin_users_v1_FindPersonToAskResponse__Output } from './florin/users/v1/FindPersonToAskResponse.ts';
import type { FormerName as _florin_users_v1_FormerName, FormerName__Output as _florin_users_v1_FormerName__Output } from './florin/users/v1/FormerName.ts';
import type { FriendRequest as _florin_users_v1_FriendRequest, FriendRequest__Output as _florin_users_v1_FriendRequest__Output } from './florin/users/v1/FriendRequest.ts';
import type { GetCardBarcodeRequest as _florin_users_v1_GetCardBarcodeRequest, GetCardBarcodeRequest__Output as _florin_users_v1_GetCardBarcodeRequest__Output } from './florin/users/v1/GetCardBarcodeRequest.ts';
import type { GetCardBarcodeResponse as _florin_users_v1_GetCardBarcodeResponse, GetCardBarcodeResponse__Output as _florin_users_v1_GetCardBarcodeResponse__Output } from './florin/users/v1/GetCardBarcodeResponse.ts';
import type { GetMeRequest as _florin_users_v1_GetMeRequest, GetMeRequest__Output as _florin_users_v1_GetMeRequest__Output } from './florin/users/v1/GetMeRequest.ts';
import type { GetMeResponse as _florin_users_v1_GetMeResponse, GetMeResponse__Output as _florin_users_v1_GetMeResponse__Output } from './florin/users/v1/GetMeResponse.ts';
import type { GetPictureRequest as _florin_users_v1_GetPictureRequest, GetPictureRequest__Output as _florin_users_v1_GetPictureRequest__Output } from './florin/users/v1/GetPictureRequest.ts';
import type { GetPictureResponse as _florin_users_v1_GetPictureResponse, GetPictureResponse__Output as _florin_users_v1_GetPictureResponse__Output } from './florin/users/v1/GetPictureResponse.ts';
import type { GetPreferencesRequest as _florin_users_v1_GetPreferencesRequest, GetPreferencesRequest__Output as _florin_users_v1_GetPreferencesRequest__Output } from './florin/users/v1/GetPreferencesRequest.ts';
import type { GetPreferencesResponse as _florin_users_v1_GetPreferencesResponse, GetPreferencesResponse__Output as _florin_users_v1_GetPreferencesResponse__Output } from './florin/users/v1/GetPreferencesResponse.ts';
import type { GetProfilesRequest as _florin_users_v1_GetProfilesRequest, GetProfilesRequest__Output as _florin_users_v1_GetProfilesRequest__Output } from './florin/users/v1/GetProfilesRequest.ts';
import type { GetProfilesResponse as _florin_users_v1_GetProfilesResponse, GetProfilesResponse__Output as _florin_users_v1_GetProfilesResponse__Output } from './florin/users/v1/GetProfilesResponse.ts';
import type { GetRelationRequest as _florin_users_v1_GetRelationRequest, GetRelationRequest__Output as _florin_users_v1_GetRelationRequest__Output } from './florin/users/v1/GetRelationRequest.ts';
import type { GetRelationResponse as _florin_users_v1_GetRelationResponse, GetRelationResponse__Output as _florin_users_v1_GetRelationResponse__Output } from './florin/users/v1/GetRelationResponse.ts';
import type { ListFriendIdsRequest as _florin_users_v1_ListFriendIdsRequest, ListFriendIdsRequest__Output as _florin_users_v1_ListFriendIdsRequest__Output } from './florin/users/v1/ListFriendIdsRequest.ts';
import type { ListFriendIdsResponse as _florin_users_v1_ListFriendIdsResponse, ListFriendIdsResponse__Output as _florin_users_v1_ListFriendIdsResponse__Output } from './florin/users/v1/ListFriendIdsResponse.ts';
import type { ListFriendRequestsRequest as _florin_users_v1_ListFriendRequestsRequest, ListFriendRequestsRequest__Output as _florin_users_v1_ListFriendRequestsRequest__Output } from './florin/users/v1/ListFriendRequestsRequest.ts';
import type { ListFriendRequestsResponse as _florin_users_v1_ListFriendRequestsResponse, ListFriendRequestsResponse__Output as _florin_users_v1_ListFriendRequestsResponse__Output } from './florin/users/v1/ListFriendRequestsResponse.ts';
import type { ListFriendsRequest as _florin_users_v1_ListFriendsRequest, ListFriendsRequest__Output as _florin_users_v1_ListFriendsRequest__Output } from './florin/users/v1/ListFriendsRequest.ts';
import type { ListFriendsResponse as _florin_users_v1_ListFriendsResponse, ListFriendsResponse__Output as _florin_users_v1_ListFriendsResponse__Output } from './florin/users/v1/ListFriendsResponse.ts';
import type { Me as _florin_users_v1_Me, Me__Output as _florin_users_v1_Me__Output } from './florin/users/v1/Me.ts';
import type { PaymentParties as _florin_users_v1_PaymentParties, PaymentParties__Output as _florin_users_v1_PaymentParties__Output } from './florin/users/v1/PaymentParties.ts';
import type { Person as _florin_users_v1_Person, Person__Output as _florin_users_v1_Person__Output } from './florin/users/v1/Person.ts';
import type { PersonalDetails as _florin_users_v1_PersonalDetails, PersonalDetails__Output as _florin_users_v1_PersonalDetails__Output } from './florin/users/v1/PersonalDetails.ts';
import type { Preferences as _florin_users_v1_Preferences, Preferences__Output as _florin_users_v1_Preferences__Output } from './florin/users/v1/Preferences.ts';
import type { Profile as _florin_users_v1_Profile, Profile__Output as _florin_users_v1_Profile__Output } from './florin/users/v1/Profile.ts';
import type { RequestFriendRequest as _florin_users_v1_RequestFriendRequest, RequestFriendRequest__Output as _florin_users_v1_RequestFriendRequest__Output } from './florin/users/v1/RequestFriendRequest.ts';
import type { RequestFriendResponse as _florin_users_v1_RequestFriendResponse, RequestFriendResponse__Output as _florin_users_v1_RequestFriendResponse__Output } from './florin/users/v1/RequestFriendResponse.ts';
import type { Rewards as _florin_users_v1_Rewards, Rewards__Output as _florin_users_v1_Rewards__Output } from './florin/users/v1/Rewards.ts';
import type { SearchPeopleRequest as _florin_users_v1_SearchPeopleRequest, SearchPeopleRequest__Output as _florin_users_v1_SearchPeopleRequest__Output } from './florin/users/v1/SearchPeopleRequest.ts';
import type { SearchPeopleResponse as _florin_users_v1_SearchPeopleResponse, SearchPeopleResponse__Output as _florin_users_v1_SearchPeopleResponse__Output } from './florin/users/v1/SearchPeopleResponse.ts';
import type { SetPictureRequest as _florin_users_v1_SetPictureRequest, SetPictureRequest__Output as _florin_users_v1_SetPictureRequest__Output } from './florin/users/v1/SetPictureRequest.ts';
import type { SetPictureResponse as _florin_users_v1_SetPictureResponse, SetPictureResponse__Output as _florin_users_v1_SetPictureResponse__Output } from './florin/users/v1/SetPictureResponse.ts';
import type { SpinWheelRequest as _florin_users_v1_SpinWheelRequest, SpinWheelRequest__Output as _florin_users_v1_SpinWheelRequest__Output } from './florin/users/v1/SpinWheelRequest.ts';
import type { SpinWheelResponse as _florin_users_v1_SpinWheelResponse, SpinWheelResponse__Output as _florin_users_v1_SpinWheelResponse__Output } from './florin/users/v1/SpinWheelResponse.ts';
import type { UnfriendRequest as _florin_users_v1_UnfriendRequest, UnfriendRequest__Output as _florin_users_v1_UnfriendRequest__Output } from './florin/users/v1/UnfriendRequest.ts';
import type { UnfriendResponse as _florin_users_v1_UnfriendResponse, UnfriendResponse__Output as _florin_users_v1_UnfriendResponse__Output } from './florin/users/v1/UnfriendResponse.ts';
import type { UpdateMeRequest as _florin_users_v1_UpdateMeRequest, UpdateMeRequest__Output as _florin_users_v1_UpdateMeRequest__Output } from './florin/users/v1/UpdateMeRequest.ts';
import type { UpdateMeResponse as _florin_users_v1_UpdateMeResponse, UpdateMeResponse__Output as _florin_users_v1_UpdateMeResponse__Output } from './florin/users/v1/UpdateMeResponse.ts';
import type { UsersServiceClient as _florin_users_v1_UsersServiceClient, UsersServiceDefinition as _florin_users_v1_UsersServiceDefinition } from './florin/users/v1/UsersService.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  florin: {
    users: {
      v1: {
        AnswerFriendRequestRequest: MessageTypeDefinition<_florin_users_v1_AnswerFriendRequestRequest, _florin_users_v1_AnswerFriendRequestRequest__Output>
        AnswerFriendRequestResponse: MessageTypeDefinition<_florin_users_v1_AnswerFriendRequestResponse, _florin_users_v1_AnswerFriendRequestResponse__Output>
        CheckInRequest: MessageTypeDefinition<_florin_users_v1_CheckInRequest, _florin_users_v1_CheckInRequest__Output>
        CheckInResponse: MessageTypeDefinition<_florin_users_v1_CheckInResponse, _florin_users_v1_CheckInResponse__Output>
        CheckPaymentsRequest: MessageTypeDefinition<_florin_users_v1_CheckPaymentsRequest, _florin_users_v1_CheckPaymentsRequest__Output>
        CheckPaymentsResponse: MessageTypeDefinition<_florin_users_v1_CheckPaymentsResponse, _florin_users_v1_CheckPaymentsResponse__Output>
        CheckReachRequest: MessageTypeDefinition<_florin_users_v1_CheckReachRequest, _florin_users_v1_CheckReachRequest__Output>
        CheckReachResponse: MessageTypeDefinition<_florin_users_v1_CheckReachResponse, _florin_users_v1_CheckReachResponse__Output>
        FindPersonToAskRequest: MessageTypeDefinition<_florin_users_v1_FindPersonToAskRequest, _florin_users_v1_FindPersonToAskRequest__Output>
        FindPersonToAskResponse: MessageTypeDefinition<_florin_users_v1_FindPersonToAskResponse, _florin_users_v1_FindPersonToAskResponse__Output>
        FormerName: MessageTypeDefinition<_florin_users_v1_FormerName, _florin_users_v1_FormerName__Output>
        FriendRequest: MessageTypeDefinition<_florin_users_v1_FriendRequest, _florin_users_v1_FriendRequest__Output>
        GetCardBarcodeRequest: MessageTypeDefinition<_florin_users_v1_GetCardBarcodeRequest, _florin_users_v1_GetCardBarcodeRequest__Output>
        GetCardBarcodeResponse: MessageTypeDefinition<_florin_users_v1_GetCardBarcodeResponse, _florin_users_v1_GetCardBarcodeResponse__Output>
        GetMeRequest: MessageTypeDefinition<_florin_users_v1_GetMeRequest, _florin_users_v1_GetMeRequest__Output>
        GetMeResponse: MessageTypeDefinition<_florin_users_v1_GetMeResponse, _florin_users_v1_GetMeResponse__Output>
        GetPictureRequest: MessageTypeDefinition<_florin_users_v1_GetPictureRequest, _florin_users_v1_GetPictureRequest__Output>
        GetPictureResponse: MessageTypeDefinition<_florin_users_v1_GetPictureResponse, _florin_users_v1_GetPictureResponse__Output>
        GetPreferencesRequest: MessageTypeDefinition<_florin_users_v1_GetPreferencesRequest, _florin_users_v1_GetPreferencesRequest__Output>
        GetPreferencesResponse: MessageTypeDefinition<_florin_users_v1_GetPreferencesResponse, _florin_users_v1_GetPreferencesResponse__Output>
        GetProfilesRequest: MessageTypeDefinition<_florin_users_v1_GetProfilesRequest, _florin_users_v1_GetProfilesRequest__Output>
        GetProfilesResponse: MessageTypeDefinition<_florin_users_v1_GetProfilesResponse, _florin_users_v1_GetProfilesResponse__Output>
        GetRelationRequest: MessageTypeDefinition<_florin_users_v1_GetRelationRequest, _florin_users_v1_GetRelationRequest__Output>
        GetRelationResponse: MessageTypeDefinition<_florin_users_v1_GetRelationResponse, _florin_users_v1_GetRelationResponse__Output>
        ListFriendIdsRequest: MessageTypeDefinition<_florin_users_v1_ListFriendIdsRequest, _florin_users_v1_ListFriendIdsRequest__Output>
        ListFriendIdsResponse: MessageTypeDefinition<_florin_users_v1_ListFriendIdsResponse, _florin_users_v1_ListFriendIdsResponse__Output>
        ListFriendRequestsRequest: MessageTypeDefinition<_florin_users_v1_ListFriendRequestsRequest, _florin_users_v1_ListFriendRequestsRequest__Output>
        ListFriendRequestsResponse: MessageTypeDefinition<_florin_users_v1_ListFriendRequestsResponse, _florin_users_v1_ListFriendRequestsResponse__Output>
        ListFriendsRequest: MessageTypeDefinition<_florin_users_v1_ListFriendsRequest, _florin_users_v1_ListFriendsRequest__Output>
        ListFriendsResponse: MessageTypeDefinition<_florin_users_v1_ListFriendsResponse, _florin_users_v1_ListFriendsResponse__Output>
        Me: MessageTypeDefinition<_florin_users_v1_Me, _florin_users_v1_Me__Output>
        PaymentParties: MessageTypeDefinition<_florin_users_v1_PaymentParties, _florin_users_v1_PaymentParties__Output>
        Person: MessageTypeDefinition<_florin_users_v1_Person, _florin_users_v1_Person__Output>
        PersonalDetails: MessageTypeDefinition<_florin_users_v1_PersonalDetails, _florin_users_v1_PersonalDetails__Output>
        Preferences: MessageTypeDefinition<_florin_users_v1_Preferences, _florin_users_v1_Preferences__Output>
        Profile: MessageTypeDefinition<_florin_users_v1_Profile, _florin_users_v1_Profile__Output>
        RequestFriendRequest: MessageTypeDefinition<_florin_users_v1_RequestFriendRequest, _florin_users_v1_RequestFriendRequest__Output>
        RequestFriendResponse: MessageTypeDefinition<_florin_users_v1_RequestFriendResponse, _florin_users_v1_RequestFriendResponse__Output>
        Rewards: MessageTypeDefinition<_florin_users_v1_Rewards, _florin_users_v1_Rewards__Output>
        SearchPeopleRequest: MessageTypeDefinition<_florin_users_v1_SearchPeopleRequest, _florin_users_v1_SearchPeopleRequest__Output>
        SearchPeopleResponse: MessageTypeDefinition<_florin_users_v1_SearchPeopleResponse, _florin_users_v1_SearchPeopleResponse__Output>
        SetPictureRequest: MessageTypeDefinition<_florin_users_v1_SetPictureRequest, _florin_users_v1_SetPictureRequest__Output>
        SetPictureResponse: MessageTypeDefinition<_florin_users_v1_SetPictureResponse, _florin_users_v1_SetPictureResponse__Output>
        SpinWheelRequest: MessageTypeDefinition<_florin_users_v1_SpinWheelRequest, _florin_users_v1_SpinWheelRequest__Output>
        SpinWheelResponse: MessageTypeDefinition<_florin_users_v1_SpinWheelResponse, _florin_users_v1_SpinWheelResponse__Output>
        UnfriendRequest: MessageTypeDefinition<_florin_users_v1_UnfriendRequest, _florin_users_v1_UnfriendRequest__Output>
        UnfriendResponse: MessageTypeDefinition<_florin_users_v1_UnfriendResponse, _florin_users_v1_UnfriendResponse__Output>
        UpdateMeRequest: MessageTypeDefinition<_florin_users_v1_UpdateMeRequest, _florin_users_v1_UpdateMeRequest__Output>
        UpdateMeResponse: MessageTypeDefinition<_florin_users_v1_UpdateMeResponse, _florin_users_v1_UpdateMeResponse__Output>
        UsersService: SubtypeConstructor<typeof grpc.Client, _florin_users_v1_UsersServiceClient> & { service: _florin_users_v1_UsersServiceDefinition }
      }
    }
  }
}

