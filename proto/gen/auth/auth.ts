import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { AuthServiceClient as _florin_auth_v1_AuthServiceClient, AuthServiceDefinition as _florin_auth_v1_AuthServiceDefinition } from './florin/auth/v1/AuthService.ts';
import type { Challenge as _florin_auth_v1_Challenge, Challenge__Output as _florin_auth_v1_Challenge__Output } from './florin/auth/v1/Challenge.ts';
import type { ChangeNameRequest as _florin_auth_v1_ChangeNameRequest, ChangeNameRequest__Output as _florin_auth_v1_ChangeNameRequest__Output } from './florin/auth/v1/ChangeNameRequest.ts';
import type { ChangeNameResponse as _florin_auth_v1_ChangeNameResponse, ChangeNameResponse__Output as _florin_auth_v1_ChangeNameResponse__Output } from './florin/auth/v1/ChangeNameResponse.ts';
import type { ChangePasswordRequest as _florin_auth_v1_ChangePasswordRequest, ChangePasswordRequest__Output as _florin_auth_v1_ChangePasswordRequest__Output } from './florin/auth/v1/ChangePasswordRequest.ts';
import type { ChangePasswordResponse as _florin_auth_v1_ChangePasswordResponse, ChangePasswordResponse__Output as _florin_auth_v1_ChangePasswordResponse__Output } from './florin/auth/v1/ChangePasswordResponse.ts';
import type { CheckCodeRequest as _florin_auth_v1_CheckCodeRequest, CheckCodeRequest__Output as _florin_auth_v1_CheckCodeRequest__Output } from './florin/auth/v1/CheckCodeRequest.ts';
import type { CheckCodeResponse as _florin_auth_v1_CheckCodeResponse, CheckCodeResponse__Output as _florin_auth_v1_CheckCodeResponse__Output } from './florin/auth/v1/CheckCodeResponse.ts';
import type { CloseAccountRequest as _florin_auth_v1_CloseAccountRequest, CloseAccountRequest__Output as _florin_auth_v1_CloseAccountRequest__Output } from './florin/auth/v1/CloseAccountRequest.ts';
import type { CloseAccountResponse as _florin_auth_v1_CloseAccountResponse, CloseAccountResponse__Output as _florin_auth_v1_CloseAccountResponse__Output } from './florin/auth/v1/CloseAccountResponse.ts';
import type { CompleteSecondFactorRequest as _florin_auth_v1_CompleteSecondFactorRequest, CompleteSecondFactorRequest__Output as _florin_auth_v1_CompleteSecondFactorRequest__Output } from './florin/auth/v1/CompleteSecondFactorRequest.ts';
import type { CompleteSecondFactorResponse as _florin_auth_v1_CompleteSecondFactorResponse, CompleteSecondFactorResponse__Output as _florin_auth_v1_CompleteSecondFactorResponse__Output } from './florin/auth/v1/CompleteSecondFactorResponse.ts';
import type { ConfirmTotpRequest as _florin_auth_v1_ConfirmTotpRequest, ConfirmTotpRequest__Output as _florin_auth_v1_ConfirmTotpRequest__Output } from './florin/auth/v1/ConfirmTotpRequest.ts';
import type { ConfirmTotpResponse as _florin_auth_v1_ConfirmTotpResponse, ConfirmTotpResponse__Output as _florin_auth_v1_ConfirmTotpResponse__Output } from './florin/auth/v1/ConfirmTotpResponse.ts';
import type { Device as _florin_auth_v1_Device, Device__Output as _florin_auth_v1_Device__Output } from './florin/auth/v1/Device.ts';
import type { FieldFault as _florin_auth_v1_FieldFault, FieldFault__Output as _florin_auth_v1_FieldFault__Output } from './florin/auth/v1/FieldFault.ts';
import type { GetUsersRequest as _florin_auth_v1_GetUsersRequest, GetUsersRequest__Output as _florin_auth_v1_GetUsersRequest__Output } from './florin/auth/v1/GetUsersRequest.ts';
import type { GetUsersResponse as _florin_auth_v1_GetUsersResponse, GetUsersResponse__Output as _florin_auth_v1_GetUsersResponse__Output } from './florin/auth/v1/GetUsersResponse.ts';
import type { IntrospectSessionRequest as _florin_auth_v1_IntrospectSessionRequest, IntrospectSessionRequest__Output as _florin_auth_v1_IntrospectSessionRequest__Output } from './florin/auth/v1/IntrospectSessionRequest.ts';
import type { IntrospectSessionResponse as _florin_auth_v1_IntrospectSessionResponse, IntrospectSessionResponse__Output as _florin_auth_v1_IntrospectSessionResponse__Output } from './florin/auth/v1/IntrospectSessionResponse.ts';
import type { ListRevocationsRequest as _florin_auth_v1_ListRevocationsRequest, ListRevocationsRequest__Output as _florin_auth_v1_ListRevocationsRequest__Output } from './florin/auth/v1/ListRevocationsRequest.ts';
import type { ListRevocationsResponse as _florin_auth_v1_ListRevocationsResponse, ListRevocationsResponse__Output as _florin_auth_v1_ListRevocationsResponse__Output } from './florin/auth/v1/ListRevocationsResponse.ts';
import type { ResetPasswordRequest as _florin_auth_v1_ResetPasswordRequest, ResetPasswordRequest__Output as _florin_auth_v1_ResetPasswordRequest__Output } from './florin/auth/v1/ResetPasswordRequest.ts';
import type { ResetPasswordResponse as _florin_auth_v1_ResetPasswordResponse, ResetPasswordResponse__Output as _florin_auth_v1_ResetPasswordResponse__Output } from './florin/auth/v1/ResetPasswordResponse.ts';
import type { ResetSecondFactorsRequest as _florin_auth_v1_ResetSecondFactorsRequest, ResetSecondFactorsRequest__Output as _florin_auth_v1_ResetSecondFactorsRequest__Output } from './florin/auth/v1/ResetSecondFactorsRequest.ts';
import type { ResetSecondFactorsResponse as _florin_auth_v1_ResetSecondFactorsResponse, ResetSecondFactorsResponse__Output as _florin_auth_v1_ResetSecondFactorsResponse__Output } from './florin/auth/v1/ResetSecondFactorsResponse.ts';
import type { ResolveUserRequest as _florin_auth_v1_ResolveUserRequest, ResolveUserRequest__Output as _florin_auth_v1_ResolveUserRequest__Output } from './florin/auth/v1/ResolveUserRequest.ts';
import type { ResolveUserResponse as _florin_auth_v1_ResolveUserResponse, ResolveUserResponse__Output as _florin_auth_v1_ResolveUserResponse__Output } from './florin/auth/v1/ResolveUserResponse.ts';
import type { Revocation as _florin_auth_v1_Revocation, Revocation__Output as _florin_auth_v1_Revocation__Output } from './florin/auth/v1/Revocation.ts';
import type { SendCode as _florin_auth_v1_SendCode, SendCode__Output as _florin_auth_v1_SendCode__Output } from './florin/auth/v1/SendCode.ts';
import type { SendCodeRequest as _florin_auth_v1_SendCodeRequest, SendCodeRequest__Output as _florin_auth_v1_SendCodeRequest__Output } from './florin/auth/v1/SendCodeRequest.ts';
import type { SendCodeResponse as _florin_auth_v1_SendCodeResponse, SendCodeResponse__Output as _florin_auth_v1_SendCodeResponse__Output } from './florin/auth/v1/SendCodeResponse.ts';
import type { Session as _florin_auth_v1_Session, Session__Output as _florin_auth_v1_Session__Output } from './florin/auth/v1/Session.ts';
import type { SessionSpec as _florin_auth_v1_SessionSpec, SessionSpec__Output as _florin_auth_v1_SessionSpec__Output } from './florin/auth/v1/SessionSpec.ts';
import type { SignInRequest as _florin_auth_v1_SignInRequest, SignInRequest__Output as _florin_auth_v1_SignInRequest__Output } from './florin/auth/v1/SignInRequest.ts';
import type { SignInResponse as _florin_auth_v1_SignInResponse, SignInResponse__Output as _florin_auth_v1_SignInResponse__Output } from './florin/auth/v1/SignInResponse.ts';
import type { SignInWithGoogleRequest as _florin_auth_v1_SignInWithGoogleRequest, SignInWithGoogleRequest__Output as _florin_auth_v1_SignInWithGoogleRequest__Output } from './florin/auth/v1/SignInWithGoogleRequest.ts';
import type { SignInWithGoogleResponse as _florin_auth_v1_SignInWithGoogleResponse, SignInWithGoogleResponse__Output as _florin_auth_v1_SignInWithGoogleResponse__Output } from './florin/auth/v1/SignInWithGoogleResponse.ts';
import type { SignOutRequest as _florin_auth_v1_SignOutRequest, SignOutRequest__Output as _florin_auth_v1_SignOutRequest__Output } from './florin/auth/v1/SignOutRequest.ts';
import type { SignOutResponse as _florin_auth_v1_SignOutResponse, SignOutResponse__Output as _florin_auth_v1_SignOutResponse__Output } from './florin/auth/v1/SignOutResponse.ts';
import type { SignUpRequest as _florin_auth_v1_SignUpRequest, SignUpRequest__Output as _florin_auth_v1_SignUpRequest__Output } from './florin/auth/v1/SignUpRequest.ts';
import type { SignUpResponse as _florin_auth_v1_SignUpResponse, SignUpResponse__Output as _florin_auth_v1_SignUpResponse__Output } from './florin/auth/v1/SignUpResponse.ts';
import type { StartPasswordResetRequest as _florin_auth_v1_StartPasswordResetRequest, StartPasswordResetRequest__Output as _florin_auth_v1_StartPasswordResetRequest__Output } from './florin/auth/v1/StartPasswordResetRequest.ts';
import type { StartPasswordResetResponse as _florin_auth_v1_StartPasswordResetResponse, StartPasswordResetResponse__Output as _florin_auth_v1_StartPasswordResetResponse__Output } from './florin/auth/v1/StartPasswordResetResponse.ts';
import type { StartTotpRequest as _florin_auth_v1_StartTotpRequest, StartTotpRequest__Output as _florin_auth_v1_StartTotpRequest__Output } from './florin/auth/v1/StartTotpRequest.ts';
import type { StartTotpResponse as _florin_auth_v1_StartTotpResponse, StartTotpResponse__Output as _florin_auth_v1_StartTotpResponse__Output } from './florin/auth/v1/StartTotpResponse.ts';
import type { ToggleTotpRequest as _florin_auth_v1_ToggleTotpRequest, ToggleTotpRequest__Output as _florin_auth_v1_ToggleTotpRequest__Output } from './florin/auth/v1/ToggleTotpRequest.ts';
import type { ToggleTotpResponse as _florin_auth_v1_ToggleTotpResponse, ToggleTotpResponse__Output as _florin_auth_v1_ToggleTotpResponse__Output } from './florin/auth/v1/ToggleTotpResponse.ts';
import type { User as _florin_auth_v1_User, User__Output as _florin_auth_v1_User__Output } from './florin/auth/v1/User.ts';
import type { VerifyContactRequest as _florin_auth_v1_VerifyContactRequest, VerifyContactRequest__Output as _florin_auth_v1_VerifyContactRequest__Output } from './florin/auth/v1/VerifyContactRequest.ts';
import type { VerifyContactResponse as _florin_auth_v1_VerifyContactResponse, VerifyContactResponse__Output as _florin_auth_v1_VerifyContactResponse__Output } from './florin/auth/v1/VerifyContactResponse.ts';
import type { VerifyPasswordResetRequest as _florin_auth_v1_VerifyPasswordResetRequest, VerifyPasswordResetRequest__Output as _florin_auth_v1_VerifyPasswordResetRequest__Output } from './florin/auth/v1/VerifyPasswordResetRequest.ts';
import type { VerifyPasswordResetResponse as _florin_auth_v1_VerifyPasswordResetResponse, VerifyPasswordResetResponse__Output as _florin_auth_v1_VerifyPasswordResetResponse__Output } from './florin/auth/v1/VerifyPasswordResetResponse.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  florin: {
    auth: {
      v1: {
        AuthService: SubtypeConstructor<typeof grpc.Client, _florin_auth_v1_AuthServiceClient> & { service: _florin_auth_v1_AuthServiceDefinition }
        Challenge: MessageTypeDefinition<_florin_auth_v1_Challenge, _florin_auth_v1_Challenge__Output>
        ChangeNameRequest: MessageTypeDefinition<_florin_auth_v1_ChangeNameRequest, _florin_auth_v1_ChangeNameRequest__Output>
        ChangeNameResponse: MessageTypeDefinition<_florin_auth_v1_ChangeNameResponse, _florin_auth_v1_ChangeNameResponse__Output>
        ChangePasswordRequest: MessageTypeDefinition<_florin_auth_v1_ChangePasswordRequest, _florin_auth_v1_ChangePasswordRequest__Output>
        ChangePasswordResponse: MessageTypeDefinition<_florin_auth_v1_ChangePasswordResponse, _florin_auth_v1_ChangePasswordResponse__Output>
        Channel: EnumTypeDefinition
        CheckCodeRequest: MessageTypeDefinition<_florin_auth_v1_CheckCodeRequest, _florin_auth_v1_CheckCodeRequest__Output>
        CheckCodeResponse: MessageTypeDefinition<_florin_auth_v1_CheckCodeResponse, _florin_auth_v1_CheckCodeResponse__Output>
        CloseAccountRequest: MessageTypeDefinition<_florin_auth_v1_CloseAccountRequest, _florin_auth_v1_CloseAccountRequest__Output>
        CloseAccountResponse: MessageTypeDefinition<_florin_auth_v1_CloseAccountResponse, _florin_auth_v1_CloseAccountResponse__Output>
        CodeOutcome: EnumTypeDefinition
        CodePurpose: EnumTypeDefinition
        CompleteSecondFactorRequest: MessageTypeDefinition<_florin_auth_v1_CompleteSecondFactorRequest, _florin_auth_v1_CompleteSecondFactorRequest__Output>
        CompleteSecondFactorResponse: MessageTypeDefinition<_florin_auth_v1_CompleteSecondFactorResponse, _florin_auth_v1_CompleteSecondFactorResponse__Output>
        ConfirmTotpRequest: MessageTypeDefinition<_florin_auth_v1_ConfirmTotpRequest, _florin_auth_v1_ConfirmTotpRequest__Output>
        ConfirmTotpResponse: MessageTypeDefinition<_florin_auth_v1_ConfirmTotpResponse, _florin_auth_v1_ConfirmTotpResponse__Output>
        Device: MessageTypeDefinition<_florin_auth_v1_Device, _florin_auth_v1_Device__Output>
        FieldFault: MessageTypeDefinition<_florin_auth_v1_FieldFault, _florin_auth_v1_FieldFault__Output>
        GetUsersRequest: MessageTypeDefinition<_florin_auth_v1_GetUsersRequest, _florin_auth_v1_GetUsersRequest__Output>
        GetUsersResponse: MessageTypeDefinition<_florin_auth_v1_GetUsersResponse, _florin_auth_v1_GetUsersResponse__Output>
        IntrospectSessionRequest: MessageTypeDefinition<_florin_auth_v1_IntrospectSessionRequest, _florin_auth_v1_IntrospectSessionRequest__Output>
        IntrospectSessionResponse: MessageTypeDefinition<_florin_auth_v1_IntrospectSessionResponse, _florin_auth_v1_IntrospectSessionResponse__Output>
        ListRevocationsRequest: MessageTypeDefinition<_florin_auth_v1_ListRevocationsRequest, _florin_auth_v1_ListRevocationsRequest__Output>
        ListRevocationsResponse: MessageTypeDefinition<_florin_auth_v1_ListRevocationsResponse, _florin_auth_v1_ListRevocationsResponse__Output>
        PasswordPolicy: EnumTypeDefinition
        ResetPasswordRequest: MessageTypeDefinition<_florin_auth_v1_ResetPasswordRequest, _florin_auth_v1_ResetPasswordRequest__Output>
        ResetPasswordResponse: MessageTypeDefinition<_florin_auth_v1_ResetPasswordResponse, _florin_auth_v1_ResetPasswordResponse__Output>
        ResetSecondFactorsRequest: MessageTypeDefinition<_florin_auth_v1_ResetSecondFactorsRequest, _florin_auth_v1_ResetSecondFactorsRequest__Output>
        ResetSecondFactorsResponse: MessageTypeDefinition<_florin_auth_v1_ResetSecondFactorsResponse, _florin_auth_v1_ResetSecondFactorsResponse__Output>
        ResolveUserRequest: MessageTypeDefinition<_florin_auth_v1_ResolveUserRequest, _florin_auth_v1_ResolveUserRequest__Output>
        ResolveUserResponse: MessageTypeDefinition<_florin_auth_v1_ResolveUserResponse, _florin_auth_v1_ResolveUserResponse__Output>
        Revocation: MessageTypeDefinition<_florin_auth_v1_Revocation, _florin_auth_v1_Revocation__Output>
        SendCode: MessageTypeDefinition<_florin_auth_v1_SendCode, _florin_auth_v1_SendCode__Output>
        SendCodeRequest: MessageTypeDefinition<_florin_auth_v1_SendCodeRequest, _florin_auth_v1_SendCodeRequest__Output>
        SendCodeResponse: MessageTypeDefinition<_florin_auth_v1_SendCodeResponse, _florin_auth_v1_SendCodeResponse__Output>
        Session: MessageTypeDefinition<_florin_auth_v1_Session, _florin_auth_v1_Session__Output>
        SessionKind: EnumTypeDefinition
        SessionSpec: MessageTypeDefinition<_florin_auth_v1_SessionSpec, _florin_auth_v1_SessionSpec__Output>
        SignInRequest: MessageTypeDefinition<_florin_auth_v1_SignInRequest, _florin_auth_v1_SignInRequest__Output>
        SignInResponse: MessageTypeDefinition<_florin_auth_v1_SignInResponse, _florin_auth_v1_SignInResponse__Output>
        SignInWithGoogleRequest: MessageTypeDefinition<_florin_auth_v1_SignInWithGoogleRequest, _florin_auth_v1_SignInWithGoogleRequest__Output>
        SignInWithGoogleResponse: MessageTypeDefinition<_florin_auth_v1_SignInWithGoogleResponse, _florin_auth_v1_SignInWithGoogleResponse__Output>
        SignOutRequest: MessageTypeDefinition<_florin_auth_v1_SignOutRequest, _florin_auth_v1_SignOutRequest__Output>
        SignOutResponse: MessageTypeDefinition<_florin_auth_v1_SignOutResponse, _florin_auth_v1_SignOutResponse__Output>
        SignUpRequest: MessageTypeDefinition<_florin_auth_v1_SignUpRequest, _florin_auth_v1_SignUpRequest__Output>
        SignUpResponse: MessageTypeDefinition<_florin_auth_v1_SignUpResponse, _florin_auth_v1_SignUpResponse__Output>
        StartPasswordResetRequest: MessageTypeDefinition<_florin_auth_v1_StartPasswordResetRequest, _florin_auth_v1_StartPasswordResetRequest__Output>
        StartPasswordResetResponse: MessageTypeDefinition<_florin_auth_v1_StartPasswordResetResponse, _florin_auth_v1_StartPasswordResetResponse__Output>
        StartTotpRequest: MessageTypeDefinition<_florin_auth_v1_StartTotpRequest, _florin_auth_v1_StartTotpRequest__Output>
        StartTotpResponse: MessageTypeDefinition<_florin_auth_v1_StartTotpResponse, _florin_auth_v1_StartTotpResponse__Output>
        ToggleTotpRequest: MessageTypeDefinition<_florin_auth_v1_ToggleTotpRequest, _florin_auth_v1_ToggleTotpRequest__Output>
        ToggleTotpResponse: MessageTypeDefinition<_florin_auth_v1_ToggleTotpResponse, _florin_auth_v1_ToggleTotpResponse__Output>
        TotpOutcome: EnumTypeDefinition
        User: MessageTypeDefinition<_florin_auth_v1_User, _florin_auth_v1_User__Output>
        VerifyContactRequest: MessageTypeDefinition<_florin_auth_v1_VerifyContactRequest, _florin_auth_v1_VerifyContactRequest__Output>
        VerifyContactResponse: MessageTypeDefinition<_florin_auth_v1_VerifyContactResponse, _florin_auth_v1_VerifyContactResponse__Output>
        VerifyPasswordResetRequest: MessageTypeDefinition<_florin_auth_v1_VerifyPasswordResetRequest, _florin_auth_v1_VerifyPasswordResetRequest__Output>
        VerifyPasswordResetResponse: MessageTypeDefinition<_florin_auth_v1_VerifyPasswordResetResponse, _florin_auth_v1_VerifyPasswordResetResponse__Output>
      }
    }
  }
}

