// Original file: florin/auth/v1/auth.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ChangeNameRequest as _florin_auth_v1_ChangeNameRequest, ChangeNameRequest__Output as _florin_auth_v1_ChangeNameRequest__Output } from '../../../florin/auth/v1/ChangeNameRequest.ts';
import type { ChangeNameResponse as _florin_auth_v1_ChangeNameResponse, ChangeNameResponse__Output as _florin_auth_v1_ChangeNameResponse__Output } from '../../../florin/auth/v1/ChangeNameResponse.ts';
import type { ChangePasswordRequest as _florin_auth_v1_ChangePasswordRequest, ChangePasswordRequest__Output as _florin_auth_v1_ChangePasswordRequest__Output } from '../../../florin/auth/v1/ChangePasswordRequest.ts';
import type { ChangePasswordResponse as _florin_auth_v1_ChangePasswordResponse, ChangePasswordResponse__Output as _florin_auth_v1_ChangePasswordResponse__Output } from '../../../florin/auth/v1/ChangePasswordResponse.ts';
import type { CheckCodeRequest as _florin_auth_v1_CheckCodeRequest, CheckCodeRequest__Output as _florin_auth_v1_CheckCodeRequest__Output } from '../../../florin/auth/v1/CheckCodeRequest.ts';
import type { CheckCodeResponse as _florin_auth_v1_CheckCodeResponse, CheckCodeResponse__Output as _florin_auth_v1_CheckCodeResponse__Output } from '../../../florin/auth/v1/CheckCodeResponse.ts';
import type { CloseAccountRequest as _florin_auth_v1_CloseAccountRequest, CloseAccountRequest__Output as _florin_auth_v1_CloseAccountRequest__Output } from '../../../florin/auth/v1/CloseAccountRequest.ts';
import type { CloseAccountResponse as _florin_auth_v1_CloseAccountResponse, CloseAccountResponse__Output as _florin_auth_v1_CloseAccountResponse__Output } from '../../../florin/auth/v1/CloseAccountResponse.ts';
import type { CompleteSecondFactorRequest as _florin_auth_v1_CompleteSecondFactorRequest, CompleteSecondFactorRequest__Output as _florin_auth_v1_CompleteSecondFactorRequest__Output } from '../../../florin/auth/v1/CompleteSecondFactorRequest.ts';
import type { CompleteSecondFactorResponse as _florin_auth_v1_CompleteSecondFactorResponse, CompleteSecondFactorResponse__Output as _florin_auth_v1_CompleteSecondFactorResponse__Output } from '../../../florin/auth/v1/CompleteSecondFactorResponse.ts';
import type { ConfirmTotpRequest as _florin_auth_v1_ConfirmTotpRequest, ConfirmTotpRequest__Output as _florin_auth_v1_ConfirmTotpRequest__Output } from '../../../florin/auth/v1/ConfirmTotpRequest.ts';
import type { ConfirmTotpResponse as _florin_auth_v1_ConfirmTotpResponse, ConfirmTotpResponse__Output as _florin_auth_v1_ConfirmTotpResponse__Output } from '../../../florin/auth/v1/ConfirmTotpResponse.ts';
import type { GetUsersRequest as _florin_auth_v1_GetUsersRequest, GetUsersRequest__Output as _florin_auth_v1_GetUsersRequest__Output } from '../../../florin/auth/v1/GetUsersRequest.ts';
import type { GetUsersResponse as _florin_auth_v1_GetUsersResponse, GetUsersResponse__Output as _florin_auth_v1_GetUsersResponse__Output } from '../../../florin/auth/v1/GetUsersResponse.ts';
import type { IntrospectSessionRequest as _florin_auth_v1_IntrospectSessionRequest, IntrospectSessionRequest__Output as _florin_auth_v1_IntrospectSessionRequest__Output } from '../../../florin/auth/v1/IntrospectSessionRequest.ts';
import type { IntrospectSessionResponse as _florin_auth_v1_IntrospectSessionResponse, IntrospectSessionResponse__Output as _florin_auth_v1_IntrospectSessionResponse__Output } from '../../../florin/auth/v1/IntrospectSessionResponse.ts';
import type { ListRevocationsRequest as _florin_auth_v1_ListRevocationsRequest, ListRevocationsRequest__Output as _florin_auth_v1_ListRevocationsRequest__Output } from '../../../florin/auth/v1/ListRevocationsRequest.ts';
import type { ListRevocationsResponse as _florin_auth_v1_ListRevocationsResponse, ListRevocationsResponse__Output as _florin_auth_v1_ListRevocationsResponse__Output } from '../../../florin/auth/v1/ListRevocationsResponse.ts';
import type { ResetPasswordRequest as _florin_auth_v1_ResetPasswordRequest, ResetPasswordRequest__Output as _florin_auth_v1_ResetPasswordRequest__Output } from '../../../florin/auth/v1/ResetPasswordRequest.ts';
import type { ResetPasswordResponse as _florin_auth_v1_ResetPasswordResponse, ResetPasswordResponse__Output as _florin_auth_v1_ResetPasswordResponse__Output } from '../../../florin/auth/v1/ResetPasswordResponse.ts';
import type { ResetSecondFactorsRequest as _florin_auth_v1_ResetSecondFactorsRequest, ResetSecondFactorsRequest__Output as _florin_auth_v1_ResetSecondFactorsRequest__Output } from '../../../florin/auth/v1/ResetSecondFactorsRequest.ts';
import type { ResetSecondFactorsResponse as _florin_auth_v1_ResetSecondFactorsResponse, ResetSecondFactorsResponse__Output as _florin_auth_v1_ResetSecondFactorsResponse__Output } from '../../../florin/auth/v1/ResetSecondFactorsResponse.ts';
import type { ResolveUserRequest as _florin_auth_v1_ResolveUserRequest, ResolveUserRequest__Output as _florin_auth_v1_ResolveUserRequest__Output } from '../../../florin/auth/v1/ResolveUserRequest.ts';
import type { ResolveUserResponse as _florin_auth_v1_ResolveUserResponse, ResolveUserResponse__Output as _florin_auth_v1_ResolveUserResponse__Output } from '../../../florin/auth/v1/ResolveUserResponse.ts';
import type { SendCodeRequest as _florin_auth_v1_SendCodeRequest, SendCodeRequest__Output as _florin_auth_v1_SendCodeRequest__Output } from '../../../florin/auth/v1/SendCodeRequest.ts';
import type { SendCodeResponse as _florin_auth_v1_SendCodeResponse, SendCodeResponse__Output as _florin_auth_v1_SendCodeResponse__Output } from '../../../florin/auth/v1/SendCodeResponse.ts';
import type { SignInRequest as _florin_auth_v1_SignInRequest, SignInRequest__Output as _florin_auth_v1_SignInRequest__Output } from '../../../florin/auth/v1/SignInRequest.ts';
import type { SignInResponse as _florin_auth_v1_SignInResponse, SignInResponse__Output as _florin_auth_v1_SignInResponse__Output } from '../../../florin/auth/v1/SignInResponse.ts';
import type { SignInWithGoogleRequest as _florin_auth_v1_SignInWithGoogleRequest, SignInWithGoogleRequest__Output as _florin_auth_v1_SignInWithGoogleRequest__Output } from '../../../florin/auth/v1/SignInWithGoogleRequest.ts';
import type { SignInWithGoogleResponse as _florin_auth_v1_SignInWithGoogleResponse, SignInWithGoogleResponse__Output as _florin_auth_v1_SignInWithGoogleResponse__Output } from '../../../florin/auth/v1/SignInWithGoogleResponse.ts';
import type { SignOutRequest as _florin_auth_v1_SignOutRequest, SignOutRequest__Output as _florin_auth_v1_SignOutRequest__Output } from '../../../florin/auth/v1/SignOutRequest.ts';
import type { SignOutResponse as _florin_auth_v1_SignOutResponse, SignOutResponse__Output as _florin_auth_v1_SignOutResponse__Output } from '../../../florin/auth/v1/SignOutResponse.ts';
import type { SignUpRequest as _florin_auth_v1_SignUpRequest, SignUpRequest__Output as _florin_auth_v1_SignUpRequest__Output } from '../../../florin/auth/v1/SignUpRequest.ts';
import type { SignUpResponse as _florin_auth_v1_SignUpResponse, SignUpResponse__Output as _florin_auth_v1_SignUpResponse__Output } from '../../../florin/auth/v1/SignUpResponse.ts';
import type { StartPasswordResetRequest as _florin_auth_v1_StartPasswordResetRequest, StartPasswordResetRequest__Output as _florin_auth_v1_StartPasswordResetRequest__Output } from '../../../florin/auth/v1/StartPasswordResetRequest.ts';
import type { StartPasswordResetResponse as _florin_auth_v1_StartPasswordResetResponse, StartPasswordResetResponse__Output as _florin_auth_v1_StartPasswordResetResponse__Output } from '../../../florin/auth/v1/StartPasswordResetResponse.ts';
import type { StartTotpRequest as _florin_auth_v1_StartTotpRequest, StartTotpRequest__Output as _florin_auth_v1_StartTotpRequest__Output } from '../../../florin/auth/v1/StartTotpRequest.ts';
import type { StartTotpResponse as _florin_auth_v1_StartTotpResponse, StartTotpResponse__Output as _florin_auth_v1_StartTotpResponse__Output } from '../../../florin/auth/v1/StartTotpResponse.ts';
import type { ToggleTotpRequest as _florin_auth_v1_ToggleTotpRequest, ToggleTotpRequest__Output as _florin_auth_v1_ToggleTotpRequest__Output } from '../../../florin/auth/v1/ToggleTotpRequest.ts';
import type { ToggleTotpResponse as _florin_auth_v1_ToggleTotpResponse, ToggleTotpResponse__Output as _florin_auth_v1_ToggleTotpResponse__Output } from '../../../florin/auth/v1/ToggleTotpResponse.ts';
import type { VerifyContactRequest as _florin_auth_v1_VerifyContactRequest, VerifyContactRequest__Output as _florin_auth_v1_VerifyContactRequest__Output } from '../../../florin/auth/v1/VerifyContactRequest.ts';
import type { VerifyContactResponse as _florin_auth_v1_VerifyContactResponse, VerifyContactResponse__Output as _florin_auth_v1_VerifyContactResponse__Output } from '../../../florin/auth/v1/VerifyContactResponse.ts';
import type { VerifyPasswordResetRequest as _florin_auth_v1_VerifyPasswordResetRequest, VerifyPasswordResetRequest__Output as _florin_auth_v1_VerifyPasswordResetRequest__Output } from '../../../florin/auth/v1/VerifyPasswordResetRequest.ts';
import type { VerifyPasswordResetResponse as _florin_auth_v1_VerifyPasswordResetResponse, VerifyPasswordResetResponse__Output as _florin_auth_v1_VerifyPasswordResetResponse__Output } from '../../../florin/auth/v1/VerifyPasswordResetResponse.ts';

export interface AuthServiceClient extends grpc.Client {
  ChangeName(argument: _florin_auth_v1_ChangeNameRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ChangeNameResponse__Output>): grpc.ClientUnaryCall;
  ChangeName(argument: _florin_auth_v1_ChangeNameRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_ChangeNameResponse__Output>): grpc.ClientUnaryCall;
  ChangeName(argument: _florin_auth_v1_ChangeNameRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ChangeNameResponse__Output>): grpc.ClientUnaryCall;
  ChangeName(argument: _florin_auth_v1_ChangeNameRequest, callback: grpc.requestCallback<_florin_auth_v1_ChangeNameResponse__Output>): grpc.ClientUnaryCall;
  changeName(argument: _florin_auth_v1_ChangeNameRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ChangeNameResponse__Output>): grpc.ClientUnaryCall;
  changeName(argument: _florin_auth_v1_ChangeNameRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_ChangeNameResponse__Output>): grpc.ClientUnaryCall;
  changeName(argument: _florin_auth_v1_ChangeNameRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ChangeNameResponse__Output>): grpc.ClientUnaryCall;
  changeName(argument: _florin_auth_v1_ChangeNameRequest, callback: grpc.requestCallback<_florin_auth_v1_ChangeNameResponse__Output>): grpc.ClientUnaryCall;
  
  ChangePassword(argument: _florin_auth_v1_ChangePasswordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ChangePasswordResponse__Output>): grpc.ClientUnaryCall;
  ChangePassword(argument: _florin_auth_v1_ChangePasswordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_ChangePasswordResponse__Output>): grpc.ClientUnaryCall;
  ChangePassword(argument: _florin_auth_v1_ChangePasswordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ChangePasswordResponse__Output>): grpc.ClientUnaryCall;
  ChangePassword(argument: _florin_auth_v1_ChangePasswordRequest, callback: grpc.requestCallback<_florin_auth_v1_ChangePasswordResponse__Output>): grpc.ClientUnaryCall;
  changePassword(argument: _florin_auth_v1_ChangePasswordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ChangePasswordResponse__Output>): grpc.ClientUnaryCall;
  changePassword(argument: _florin_auth_v1_ChangePasswordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_ChangePasswordResponse__Output>): grpc.ClientUnaryCall;
  changePassword(argument: _florin_auth_v1_ChangePasswordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ChangePasswordResponse__Output>): grpc.ClientUnaryCall;
  changePassword(argument: _florin_auth_v1_ChangePasswordRequest, callback: grpc.requestCallback<_florin_auth_v1_ChangePasswordResponse__Output>): grpc.ClientUnaryCall;
  
  CheckCode(argument: _florin_auth_v1_CheckCodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_CheckCodeResponse__Output>): grpc.ClientUnaryCall;
  CheckCode(argument: _florin_auth_v1_CheckCodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_CheckCodeResponse__Output>): grpc.ClientUnaryCall;
  CheckCode(argument: _florin_auth_v1_CheckCodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_CheckCodeResponse__Output>): grpc.ClientUnaryCall;
  CheckCode(argument: _florin_auth_v1_CheckCodeRequest, callback: grpc.requestCallback<_florin_auth_v1_CheckCodeResponse__Output>): grpc.ClientUnaryCall;
  checkCode(argument: _florin_auth_v1_CheckCodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_CheckCodeResponse__Output>): grpc.ClientUnaryCall;
  checkCode(argument: _florin_auth_v1_CheckCodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_CheckCodeResponse__Output>): grpc.ClientUnaryCall;
  checkCode(argument: _florin_auth_v1_CheckCodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_CheckCodeResponse__Output>): grpc.ClientUnaryCall;
  checkCode(argument: _florin_auth_v1_CheckCodeRequest, callback: grpc.requestCallback<_florin_auth_v1_CheckCodeResponse__Output>): grpc.ClientUnaryCall;
  
  CloseAccount(argument: _florin_auth_v1_CloseAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_CloseAccountResponse__Output>): grpc.ClientUnaryCall;
  CloseAccount(argument: _florin_auth_v1_CloseAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_CloseAccountResponse__Output>): grpc.ClientUnaryCall;
  CloseAccount(argument: _florin_auth_v1_CloseAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_CloseAccountResponse__Output>): grpc.ClientUnaryCall;
  CloseAccount(argument: _florin_auth_v1_CloseAccountRequest, callback: grpc.requestCallback<_florin_auth_v1_CloseAccountResponse__Output>): grpc.ClientUnaryCall;
  closeAccount(argument: _florin_auth_v1_CloseAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_CloseAccountResponse__Output>): grpc.ClientUnaryCall;
  closeAccount(argument: _florin_auth_v1_CloseAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_CloseAccountResponse__Output>): grpc.ClientUnaryCall;
  closeAccount(argument: _florin_auth_v1_CloseAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_CloseAccountResponse__Output>): grpc.ClientUnaryCall;
  closeAccount(argument: _florin_auth_v1_CloseAccountRequest, callback: grpc.requestCallback<_florin_auth_v1_CloseAccountResponse__Output>): grpc.ClientUnaryCall;
  
  CompleteSecondFactor(argument: _florin_auth_v1_CompleteSecondFactorRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_CompleteSecondFactorResponse__Output>): grpc.ClientUnaryCall;
  CompleteSecondFactor(argument: _florin_auth_v1_CompleteSecondFactorRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_CompleteSecondFactorResponse__Output>): grpc.ClientUnaryCall;
  CompleteSecondFactor(argument: _florin_auth_v1_CompleteSecondFactorRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_CompleteSecondFactorResponse__Output>): grpc.ClientUnaryCall;
  CompleteSecondFactor(argument: _florin_auth_v1_CompleteSecondFactorRequest, callback: grpc.requestCallback<_florin_auth_v1_CompleteSecondFactorResponse__Output>): grpc.ClientUnaryCall;
  completeSecondFactor(argument: _florin_auth_v1_CompleteSecondFactorRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_CompleteSecondFactorResponse__Output>): grpc.ClientUnaryCall;
  completeSecondFactor(argument: _florin_auth_v1_CompleteSecondFactorRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_CompleteSecondFactorResponse__Output>): grpc.ClientUnaryCall;
  completeSecondFactor(argument: _florin_auth_v1_CompleteSecondFactorRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_CompleteSecondFactorResponse__Output>): grpc.ClientUnaryCall;
  completeSecondFactor(argument: _florin_auth_v1_CompleteSecondFactorRequest, callback: grpc.requestCallback<_florin_auth_v1_CompleteSecondFactorResponse__Output>): grpc.ClientUnaryCall;
  
  ConfirmTotp(argument: _florin_auth_v1_ConfirmTotpRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ConfirmTotpResponse__Output>): grpc.ClientUnaryCall;
  ConfirmTotp(argument: _florin_auth_v1_ConfirmTotpRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_ConfirmTotpResponse__Output>): grpc.ClientUnaryCall;
  ConfirmTotp(argument: _florin_auth_v1_ConfirmTotpRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ConfirmTotpResponse__Output>): grpc.ClientUnaryCall;
  ConfirmTotp(argument: _florin_auth_v1_ConfirmTotpRequest, callback: grpc.requestCallback<_florin_auth_v1_ConfirmTotpResponse__Output>): grpc.ClientUnaryCall;
  confirmTotp(argument: _florin_auth_v1_ConfirmTotpRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ConfirmTotpResponse__Output>): grpc.ClientUnaryCall;
  confirmTotp(argument: _florin_auth_v1_ConfirmTotpRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_ConfirmTotpResponse__Output>): grpc.ClientUnaryCall;
  confirmTotp(argument: _florin_auth_v1_ConfirmTotpRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ConfirmTotpResponse__Output>): grpc.ClientUnaryCall;
  confirmTotp(argument: _florin_auth_v1_ConfirmTotpRequest, callback: grpc.requestCallback<_florin_auth_v1_ConfirmTotpResponse__Output>): grpc.ClientUnaryCall;
  
  GetUsers(argument: _florin_auth_v1_GetUsersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_GetUsersResponse__Output>): grpc.ClientUnaryCall;
  GetUsers(argument: _florin_auth_v1_GetUsersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_GetUsersResponse__Output>): grpc.ClientUnaryCall;
  GetUsers(argument: _florin_auth_v1_GetUsersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_GetUsersResponse__Output>): grpc.ClientUnaryCall;
  GetUsers(argument: _florin_auth_v1_GetUsersRequest, callback: grpc.requestCallback<_florin_auth_v1_GetUsersResponse__Output>): grpc.ClientUnaryCall;
  getUsers(argument: _florin_auth_v1_GetUsersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_GetUsersResponse__Output>): grpc.ClientUnaryCall;
  getUsers(argument: _florin_auth_v1_GetUsersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_GetUsersResponse__Output>): grpc.ClientUnaryCall;
  getUsers(argument: _florin_auth_v1_GetUsersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_GetUsersResponse__Output>): grpc.ClientUnaryCall;
  getUsers(argument: _florin_auth_v1_GetUsersRequest, callback: grpc.requestCallback<_florin_auth_v1_GetUsersResponse__Output>): grpc.ClientUnaryCall;
  
  IntrospectSession(argument: _florin_auth_v1_IntrospectSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_IntrospectSessionResponse__Output>): grpc.ClientUnaryCall;
  IntrospectSession(argument: _florin_auth_v1_IntrospectSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_IntrospectSessionResponse__Output>): grpc.ClientUnaryCall;
  IntrospectSession(argument: _florin_auth_v1_IntrospectSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_IntrospectSessionResponse__Output>): grpc.ClientUnaryCall;
  IntrospectSession(argument: _florin_auth_v1_IntrospectSessionRequest, callback: grpc.requestCallback<_florin_auth_v1_IntrospectSessionResponse__Output>): grpc.ClientUnaryCall;
  introspectSession(argument: _florin_auth_v1_IntrospectSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_IntrospectSessionResponse__Output>): grpc.ClientUnaryCall;
  introspectSession(argument: _florin_auth_v1_IntrospectSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_IntrospectSessionResponse__Output>): grpc.ClientUnaryCall;
  introspectSession(argument: _florin_auth_v1_IntrospectSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_IntrospectSessionResponse__Output>): grpc.ClientUnaryCall;
  introspectSession(argument: _florin_auth_v1_IntrospectSessionRequest, callback: grpc.requestCallback<_florin_auth_v1_IntrospectSessionResponse__Output>): grpc.ClientUnaryCall;
  
  ListRevocations(argument: _florin_auth_v1_ListRevocationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ListRevocationsResponse__Output>): grpc.ClientUnaryCall;
  ListRevocations(argument: _florin_auth_v1_ListRevocationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_ListRevocationsResponse__Output>): grpc.ClientUnaryCall;
  ListRevocations(argument: _florin_auth_v1_ListRevocationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ListRevocationsResponse__Output>): grpc.ClientUnaryCall;
  ListRevocations(argument: _florin_auth_v1_ListRevocationsRequest, callback: grpc.requestCallback<_florin_auth_v1_ListRevocationsResponse__Output>): grpc.ClientUnaryCall;
  listRevocations(argument: _florin_auth_v1_ListRevocationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ListRevocationsResponse__Output>): grpc.ClientUnaryCall;
  listRevocations(argument: _florin_auth_v1_ListRevocationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_ListRevocationsResponse__Output>): grpc.ClientUnaryCall;
  listRevocations(argument: _florin_auth_v1_ListRevocationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ListRevocationsResponse__Output>): grpc.ClientUnaryCall;
  listRevocations(argument: _florin_auth_v1_ListRevocationsRequest, callback: grpc.requestCallback<_florin_auth_v1_ListRevocationsResponse__Output>): grpc.ClientUnaryCall;
  
  ResetPassword(argument: _florin_auth_v1_ResetPasswordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ResetPasswordResponse__Output>): grpc.ClientUnaryCall;
  ResetPassword(argument: _florin_auth_v1_ResetPasswordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_ResetPasswordResponse__Output>): grpc.ClientUnaryCall;
  ResetPassword(argument: _florin_auth_v1_ResetPasswordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ResetPasswordResponse__Output>): grpc.ClientUnaryCall;
  ResetPassword(argument: _florin_auth_v1_ResetPasswordRequest, callback: grpc.requestCallback<_florin_auth_v1_ResetPasswordResponse__Output>): grpc.ClientUnaryCall;
  resetPassword(argument: _florin_auth_v1_ResetPasswordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ResetPasswordResponse__Output>): grpc.ClientUnaryCall;
  resetPassword(argument: _florin_auth_v1_ResetPasswordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_ResetPasswordResponse__Output>): grpc.ClientUnaryCall;
  resetPassword(argument: _florin_auth_v1_ResetPasswordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ResetPasswordResponse__Output>): grpc.ClientUnaryCall;
  resetPassword(argument: _florin_auth_v1_ResetPasswordRequest, callback: grpc.requestCallback<_florin_auth_v1_ResetPasswordResponse__Output>): grpc.ClientUnaryCall;
  
  ResetSecondFactors(argument: _florin_auth_v1_ResetSecondFactorsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ResetSecondFactorsResponse__Output>): grpc.ClientUnaryCall;
  ResetSecondFactors(argument: _florin_auth_v1_ResetSecondFactorsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_ResetSecondFactorsResponse__Output>): grpc.ClientUnaryCall;
  ResetSecondFactors(argument: _florin_auth_v1_ResetSecondFactorsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ResetSecondFactorsResponse__Output>): grpc.ClientUnaryCall;
  ResetSecondFactors(argument: _florin_auth_v1_ResetSecondFactorsRequest, callback: grpc.requestCallback<_florin_auth_v1_ResetSecondFactorsResponse__Output>): grpc.ClientUnaryCall;
  resetSecondFactors(argument: _florin_auth_v1_ResetSecondFactorsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ResetSecondFactorsResponse__Output>): grpc.ClientUnaryCall;
  resetSecondFactors(argument: _florin_auth_v1_ResetSecondFactorsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_ResetSecondFactorsResponse__Output>): grpc.ClientUnaryCall;
  resetSecondFactors(argument: _florin_auth_v1_ResetSecondFactorsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ResetSecondFactorsResponse__Output>): grpc.ClientUnaryCall;
  resetSecondFactors(argument: _florin_auth_v1_ResetSecondFactorsRequest, callback: grpc.requestCallback<_florin_auth_v1_ResetSecondFactorsResponse__Output>): grpc.ClientUnaryCall;
  
  ResolveUser(argument: _florin_auth_v1_ResolveUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ResolveUserResponse__Output>): grpc.ClientUnaryCall;
  ResolveUser(argument: _florin_auth_v1_ResolveUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_ResolveUserResponse__Output>): grpc.ClientUnaryCall;
  ResolveUser(argument: _florin_auth_v1_ResolveUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ResolveUserResponse__Output>): grpc.ClientUnaryCall;
  ResolveUser(argument: _florin_auth_v1_ResolveUserRequest, callback: grpc.requestCallback<_florin_auth_v1_ResolveUserResponse__Output>): grpc.ClientUnaryCall;
  resolveUser(argument: _florin_auth_v1_ResolveUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ResolveUserResponse__Output>): grpc.ClientUnaryCall;
  resolveUser(argument: _florin_auth_v1_ResolveUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_ResolveUserResponse__Output>): grpc.ClientUnaryCall;
  resolveUser(argument: _florin_auth_v1_ResolveUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ResolveUserResponse__Output>): grpc.ClientUnaryCall;
  resolveUser(argument: _florin_auth_v1_ResolveUserRequest, callback: grpc.requestCallback<_florin_auth_v1_ResolveUserResponse__Output>): grpc.ClientUnaryCall;
  
  SendCode(argument: _florin_auth_v1_SendCodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SendCodeResponse__Output>): grpc.ClientUnaryCall;
  SendCode(argument: _florin_auth_v1_SendCodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_SendCodeResponse__Output>): grpc.ClientUnaryCall;
  SendCode(argument: _florin_auth_v1_SendCodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SendCodeResponse__Output>): grpc.ClientUnaryCall;
  SendCode(argument: _florin_auth_v1_SendCodeRequest, callback: grpc.requestCallback<_florin_auth_v1_SendCodeResponse__Output>): grpc.ClientUnaryCall;
  sendCode(argument: _florin_auth_v1_SendCodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SendCodeResponse__Output>): grpc.ClientUnaryCall;
  sendCode(argument: _florin_auth_v1_SendCodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_SendCodeResponse__Output>): grpc.ClientUnaryCall;
  sendCode(argument: _florin_auth_v1_SendCodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SendCodeResponse__Output>): grpc.ClientUnaryCall;
  sendCode(argument: _florin_auth_v1_SendCodeRequest, callback: grpc.requestCallback<_florin_auth_v1_SendCodeResponse__Output>): grpc.ClientUnaryCall;
  
  SignIn(argument: _florin_auth_v1_SignInRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SignInResponse__Output>): grpc.ClientUnaryCall;
  SignIn(argument: _florin_auth_v1_SignInRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_SignInResponse__Output>): grpc.ClientUnaryCall;
  SignIn(argument: _florin_auth_v1_SignInRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SignInResponse__Output>): grpc.ClientUnaryCall;
  SignIn(argument: _florin_auth_v1_SignInRequest, callback: grpc.requestCallback<_florin_auth_v1_SignInResponse__Output>): grpc.ClientUnaryCall;
  signIn(argument: _florin_auth_v1_SignInRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SignInResponse__Output>): grpc.ClientUnaryCall;
  signIn(argument: _florin_auth_v1_SignInRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_SignInResponse__Output>): grpc.ClientUnaryCall;
  signIn(argument: _florin_auth_v1_SignInRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SignInResponse__Output>): grpc.ClientUnaryCall;
  signIn(argument: _florin_auth_v1_SignInRequest, callback: grpc.requestCallback<_florin_auth_v1_SignInResponse__Output>): grpc.ClientUnaryCall;
  
  SignInWithGoogle(argument: _florin_auth_v1_SignInWithGoogleRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SignInWithGoogleResponse__Output>): grpc.ClientUnaryCall;
  SignInWithGoogle(argument: _florin_auth_v1_SignInWithGoogleRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_SignInWithGoogleResponse__Output>): grpc.ClientUnaryCall;
  SignInWithGoogle(argument: _florin_auth_v1_SignInWithGoogleRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SignInWithGoogleResponse__Output>): grpc.ClientUnaryCall;
  SignInWithGoogle(argument: _florin_auth_v1_SignInWithGoogleRequest, callback: grpc.requestCallback<_florin_auth_v1_SignInWithGoogleResponse__Output>): grpc.ClientUnaryCall;
  signInWithGoogle(argument: _florin_auth_v1_SignInWithGoogleRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SignInWithGoogleResponse__Output>): grpc.ClientUnaryCall;
  signInWithGoogle(argument: _florin_auth_v1_SignInWithGoogleRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_SignInWithGoogleResponse__Output>): grpc.ClientUnaryCall;
  signInWithGoogle(argument: _florin_auth_v1_SignInWithGoogleRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SignInWithGoogleResponse__Output>): grpc.ClientUnaryCall;
  signInWithGoogle(argument: _florin_auth_v1_SignInWithGoogleRequest, callback: grpc.requestCallback<_florin_auth_v1_SignInWithGoogleResponse__Output>): grpc.ClientUnaryCall;
  
  SignOut(argument: _florin_auth_v1_SignOutRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SignOutResponse__Output>): grpc.ClientUnaryCall;
  SignOut(argument: _florin_auth_v1_SignOutRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_SignOutResponse__Output>): grpc.ClientUnaryCall;
  SignOut(argument: _florin_auth_v1_SignOutRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SignOutResponse__Output>): grpc.ClientUnaryCall;
  SignOut(argument: _florin_auth_v1_SignOutRequest, callback: grpc.requestCallback<_florin_auth_v1_SignOutResponse__Output>): grpc.ClientUnaryCall;
  signOut(argument: _florin_auth_v1_SignOutRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SignOutResponse__Output>): grpc.ClientUnaryCall;
  signOut(argument: _florin_auth_v1_SignOutRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_SignOutResponse__Output>): grpc.ClientUnaryCall;
  signOut(argument: _florin_auth_v1_SignOutRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SignOutResponse__Output>): grpc.ClientUnaryCall;
  signOut(argument: _florin_auth_v1_SignOutRequest, callback: grpc.requestCallback<_florin_auth_v1_SignOutResponse__Output>): grpc.ClientUnaryCall;
  
  SignUp(argument: _florin_auth_v1_SignUpRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SignUpResponse__Output>): grpc.ClientUnaryCall;
  SignUp(argument: _florin_auth_v1_SignUpRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_SignUpResponse__Output>): grpc.ClientUnaryCall;
  SignUp(argument: _florin_auth_v1_SignUpRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SignUpResponse__Output>): grpc.ClientUnaryCall;
  SignUp(argument: _florin_auth_v1_SignUpRequest, callback: grpc.requestCallback<_florin_auth_v1_SignUpResponse__Output>): grpc.ClientUnaryCall;
  signUp(argument: _florin_auth_v1_SignUpRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SignUpResponse__Output>): grpc.ClientUnaryCall;
  signUp(argument: _florin_auth_v1_SignUpRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_SignUpResponse__Output>): grpc.ClientUnaryCall;
  signUp(argument: _florin_auth_v1_SignUpRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_SignUpResponse__Output>): grpc.ClientUnaryCall;
  signUp(argument: _florin_auth_v1_SignUpRequest, callback: grpc.requestCallback<_florin_auth_v1_SignUpResponse__Output>): grpc.ClientUnaryCall;
  
  StartPasswordReset(argument: _florin_auth_v1_StartPasswordResetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_StartPasswordResetResponse__Output>): grpc.ClientUnaryCall;
  StartPasswordReset(argument: _florin_auth_v1_StartPasswordResetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_StartPasswordResetResponse__Output>): grpc.ClientUnaryCall;
  StartPasswordReset(argument: _florin_auth_v1_StartPasswordResetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_StartPasswordResetResponse__Output>): grpc.ClientUnaryCall;
  StartPasswordReset(argument: _florin_auth_v1_StartPasswordResetRequest, callback: grpc.requestCallback<_florin_auth_v1_StartPasswordResetResponse__Output>): grpc.ClientUnaryCall;
  startPasswordReset(argument: _florin_auth_v1_StartPasswordResetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_StartPasswordResetResponse__Output>): grpc.ClientUnaryCall;
  startPasswordReset(argument: _florin_auth_v1_StartPasswordResetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_StartPasswordResetResponse__Output>): grpc.ClientUnaryCall;
  startPasswordReset(argument: _florin_auth_v1_StartPasswordResetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_StartPasswordResetResponse__Output>): grpc.ClientUnaryCall;
  startPasswordReset(argument: _florin_auth_v1_StartPasswordResetRequest, callback: grpc.requestCallback<_florin_auth_v1_StartPasswordResetResponse__Output>): grpc.ClientUnaryCall;
  
  StartTotp(argument: _florin_auth_v1_StartTotpRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_StartTotpResponse__Output>): grpc.ClientUnaryCall;
  StartTotp(argument: _florin_auth_v1_StartTotpRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_StartTotpResponse__Output>): grpc.ClientUnaryCall;
  StartTotp(argument: _florin_auth_v1_StartTotpRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_StartTotpResponse__Output>): grpc.ClientUnaryCall;
  StartTotp(argument: _florin_auth_v1_StartTotpRequest, callback: grpc.requestCallback<_florin_auth_v1_StartTotpResponse__Output>): grpc.ClientUnaryCall;
  startTotp(argument: _florin_auth_v1_StartTotpRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_StartTotpResponse__Output>): grpc.ClientUnaryCall;
  startTotp(argument: _florin_auth_v1_StartTotpRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_StartTotpResponse__Output>): grpc.ClientUnaryCall;
  startTotp(argument: _florin_auth_v1_StartTotpRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_StartTotpResponse__Output>): grpc.ClientUnaryCall;
  startTotp(argument: _florin_auth_v1_StartTotpRequest, callback: grpc.requestCallback<_florin_auth_v1_StartTotpResponse__Output>): grpc.ClientUnaryCall;
  
  ToggleTotp(argument: _florin_auth_v1_ToggleTotpRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ToggleTotpResponse__Output>): grpc.ClientUnaryCall;
  ToggleTotp(argument: _florin_auth_v1_ToggleTotpRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_ToggleTotpResponse__Output>): grpc.ClientUnaryCall;
  ToggleTotp(argument: _florin_auth_v1_ToggleTotpRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ToggleTotpResponse__Output>): grpc.ClientUnaryCall;
  ToggleTotp(argument: _florin_auth_v1_ToggleTotpRequest, callback: grpc.requestCallback<_florin_auth_v1_ToggleTotpResponse__Output>): grpc.ClientUnaryCall;
  toggleTotp(argument: _florin_auth_v1_ToggleTotpRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ToggleTotpResponse__Output>): grpc.ClientUnaryCall;
  toggleTotp(argument: _florin_auth_v1_ToggleTotpRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_ToggleTotpResponse__Output>): grpc.ClientUnaryCall;
  toggleTotp(argument: _florin_auth_v1_ToggleTotpRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_ToggleTotpResponse__Output>): grpc.ClientUnaryCall;
  toggleTotp(argument: _florin_auth_v1_ToggleTotpRequest, callback: grpc.requestCallback<_florin_auth_v1_ToggleTotpResponse__Output>): grpc.ClientUnaryCall;
  
  VerifyContact(argument: _florin_auth_v1_VerifyContactRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_VerifyContactResponse__Output>): grpc.ClientUnaryCall;
  VerifyContact(argument: _florin_auth_v1_VerifyContactRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_VerifyContactResponse__Output>): grpc.ClientUnaryCall;
  VerifyContact(argument: _florin_auth_v1_VerifyContactRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_VerifyContactResponse__Output>): grpc.ClientUnaryCall;
  VerifyContact(argument: _florin_auth_v1_VerifyContactRequest, callback: grpc.requestCallback<_florin_auth_v1_VerifyContactResponse__Output>): grpc.ClientUnaryCall;
  verifyContact(argument: _florin_auth_v1_VerifyContactRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_VerifyContactResponse__Output>): grpc.ClientUnaryCall;
  verifyContact(argument: _florin_auth_v1_VerifyContactRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_VerifyContactResponse__Output>): grpc.ClientUnaryCall;
  verifyContact(argument: _florin_auth_v1_VerifyContactRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_VerifyContactResponse__Output>): grpc.ClientUnaryCall;
  verifyContact(argument: _florin_auth_v1_VerifyContactRequest, callback: grpc.requestCallback<_florin_auth_v1_VerifyContactResponse__Output>): grpc.ClientUnaryCall;
  
  VerifyPasswordReset(argument: _florin_auth_v1_VerifyPasswordResetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_VerifyPasswordResetResponse__Output>): grpc.ClientUnaryCall;
  VerifyPasswordReset(argument: _florin_auth_v1_VerifyPasswordResetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_VerifyPasswordResetResponse__Output>): grpc.ClientUnaryCall;
  VerifyPasswordReset(argument: _florin_auth_v1_VerifyPasswordResetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_VerifyPasswordResetResponse__Output>): grpc.ClientUnaryCall;
  VerifyPasswordReset(argument: _florin_auth_v1_VerifyPasswordResetRequest, callback: grpc.requestCallback<_florin_auth_v1_VerifyPasswordResetResponse__Output>): grpc.ClientUnaryCall;
  verifyPasswordReset(argument: _florin_auth_v1_VerifyPasswordResetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_VerifyPasswordResetResponse__Output>): grpc.ClientUnaryCall;
  verifyPasswordReset(argument: _florin_auth_v1_VerifyPasswordResetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_auth_v1_VerifyPasswordResetResponse__Output>): grpc.ClientUnaryCall;
  verifyPasswordReset(argument: _florin_auth_v1_VerifyPasswordResetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_auth_v1_VerifyPasswordResetResponse__Output>): grpc.ClientUnaryCall;
  verifyPasswordReset(argument: _florin_auth_v1_VerifyPasswordResetRequest, callback: grpc.requestCallback<_florin_auth_v1_VerifyPasswordResetResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface AuthServiceHandlers extends grpc.UntypedServiceImplementation {
  ChangeName: grpc.handleUnaryCall<_florin_auth_v1_ChangeNameRequest__Output, _florin_auth_v1_ChangeNameResponse>;
  
  ChangePassword: grpc.handleUnaryCall<_florin_auth_v1_ChangePasswordRequest__Output, _florin_auth_v1_ChangePasswordResponse>;
  
  CheckCode: grpc.handleUnaryCall<_florin_auth_v1_CheckCodeRequest__Output, _florin_auth_v1_CheckCodeResponse>;
  
  CloseAccount: grpc.handleUnaryCall<_florin_auth_v1_CloseAccountRequest__Output, _florin_auth_v1_CloseAccountResponse>;
  
  CompleteSecondFactor: grpc.handleUnaryCall<_florin_auth_v1_CompleteSecondFactorRequest__Output, _florin_auth_v1_CompleteSecondFactorResponse>;
  
  ConfirmTotp: grpc.handleUnaryCall<_florin_auth_v1_ConfirmTotpRequest__Output, _florin_auth_v1_ConfirmTotpResponse>;
  
  GetUsers: grpc.handleUnaryCall<_florin_auth_v1_GetUsersRequest__Output, _florin_auth_v1_GetUsersResponse>;
  
  IntrospectSession: grpc.handleUnaryCall<_florin_auth_v1_IntrospectSessionRequest__Output, _florin_auth_v1_IntrospectSessionResponse>;
  
  ListRevocations: grpc.handleUnaryCall<_florin_auth_v1_ListRevocationsRequest__Output, _florin_auth_v1_ListRevocationsResponse>;
  
  ResetPassword: grpc.handleUnaryCall<_florin_auth_v1_ResetPasswordRequest__Output, _florin_auth_v1_ResetPasswordResponse>;
  
  ResetSecondFactors: grpc.handleUnaryCall<_florin_auth_v1_ResetSecondFactorsRequest__Output, _florin_auth_v1_ResetSecondFactorsResponse>;
  
  ResolveUser: grpc.handleUnaryCall<_florin_auth_v1_ResolveUserRequest__Output, _florin_auth_v1_ResolveUserResponse>;
  
  SendCode: grpc.handleUnaryCall<_florin_auth_v1_SendCodeRequest__Output, _florin_auth_v1_SendCodeResponse>;
  
  SignIn: grpc.handleUnaryCall<_florin_auth_v1_SignInRequest__Output, _florin_auth_v1_SignInResponse>;
  
  SignInWithGoogle: grpc.handleUnaryCall<_florin_auth_v1_SignInWithGoogleRequest__Output, _florin_auth_v1_SignInWithGoogleResponse>;
  
  SignOut: grpc.handleUnaryCall<_florin_auth_v1_SignOutRequest__Output, _florin_auth_v1_SignOutResponse>;
  
  SignUp: grpc.handleUnaryCall<_florin_auth_v1_SignUpRequest__Output, _florin_auth_v1_SignUpResponse>;
  
  StartPasswordReset: grpc.handleUnaryCall<_florin_auth_v1_StartPasswordResetRequest__Output, _florin_auth_v1_StartPasswordResetResponse>;
  
  StartTotp: grpc.handleUnaryCall<_florin_auth_v1_StartTotpRequest__Output, _florin_auth_v1_StartTotpResponse>;
  
  ToggleTotp: grpc.handleUnaryCall<_florin_auth_v1_ToggleTotpRequest__Output, _florin_auth_v1_ToggleTotpResponse>;
  
  VerifyContact: grpc.handleUnaryCall<_florin_auth_v1_VerifyContactRequest__Output, _florin_auth_v1_VerifyContactResponse>;
  
  VerifyPasswordReset: grpc.handleUnaryCall<_florin_auth_v1_VerifyPasswordResetRequest__Output, _florin_auth_v1_VerifyPasswordResetResponse>;
  
}

export interface AuthServiceDefinition extends grpc.ServiceDefinition {
  ChangeName: MethodDefinition<_florin_auth_v1_ChangeNameRequest, _florin_auth_v1_ChangeNameResponse, _florin_auth_v1_ChangeNameRequest__Output, _florin_auth_v1_ChangeNameResponse__Output>
  ChangePassword: MethodDefinition<_florin_auth_v1_ChangePasswordRequest, _florin_auth_v1_ChangePasswordResponse, _florin_auth_v1_ChangePasswordRequest__Output, _florin_auth_v1_ChangePasswordResponse__Output>
  CheckCode: MethodDefinition<_florin_auth_v1_CheckCodeRequest, _florin_auth_v1_CheckCodeResponse, _florin_auth_v1_CheckCodeRequest__Output, _florin_auth_v1_CheckCodeResponse__Output>
  CloseAccount: MethodDefinition<_florin_auth_v1_CloseAccountRequest, _florin_auth_v1_CloseAccountResponse, _florin_auth_v1_CloseAccountRequest__Output, _florin_auth_v1_CloseAccountResponse__Output>
  CompleteSecondFactor: MethodDefinition<_florin_auth_v1_CompleteSecondFactorRequest, _florin_auth_v1_CompleteSecondFactorResponse, _florin_auth_v1_CompleteSecondFactorRequest__Output, _florin_auth_v1_CompleteSecondFactorResponse__Output>
  ConfirmTotp: MethodDefinition<_florin_auth_v1_ConfirmTotpRequest, _florin_auth_v1_ConfirmTotpResponse, _florin_auth_v1_ConfirmTotpRequest__Output, _florin_auth_v1_ConfirmTotpResponse__Output>
  GetUsers: MethodDefinition<_florin_auth_v1_GetUsersRequest, _florin_auth_v1_GetUsersResponse, _florin_auth_v1_GetUsersRequest__Output, _florin_auth_v1_GetUsersResponse__Output>
  IntrospectSession: MethodDefinition<_florin_auth_v1_IntrospectSessionRequest, _florin_auth_v1_IntrospectSessionResponse, _florin_auth_v1_IntrospectSessionRequest__Output, _florin_auth_v1_IntrospectSessionResponse__Output>
  ListRevocations: MethodDefinition<_florin_auth_v1_ListRevocationsRequest, _florin_auth_v1_ListRevocationsResponse, _florin_auth_v1_ListRevocationsRequest__Output, _florin_auth_v1_ListRevocationsResponse__Output>
  ResetPassword: MethodDefinition<_florin_auth_v1_ResetPasswordRequest, _florin_auth_v1_ResetPasswordResponse, _florin_auth_v1_ResetPasswordRequest__Output, _florin_auth_v1_ResetPasswordResponse__Output>
  ResetSecondFactors: MethodDefinition<_florin_auth_v1_ResetSecondFactorsRequest, _florin_auth_v1_ResetSecondFactorsResponse, _florin_auth_v1_ResetSecondFactorsRequest__Output, _florin_auth_v1_ResetSecondFactorsResponse__Output>
  ResolveUser: MethodDefinition<_florin_auth_v1_ResolveUserRequest, _florin_auth_v1_ResolveUserResponse, _florin_auth_v1_ResolveUserRequest__Output, _florin_auth_v1_ResolveUserResponse__Output>
  SendCode: MethodDefinition<_florin_auth_v1_SendCodeRequest, _florin_auth_v1_SendCodeResponse, _florin_auth_v1_SendCodeRequest__Output, _florin_auth_v1_SendCodeResponse__Output>
  SignIn: MethodDefinition<_florin_auth_v1_SignInRequest, _florin_auth_v1_SignInResponse, _florin_auth_v1_SignInRequest__Output, _florin_auth_v1_SignInResponse__Output>
  SignInWithGoogle: MethodDefinition<_florin_auth_v1_SignInWithGoogleRequest, _florin_auth_v1_SignInWithGoogleResponse, _florin_auth_v1_SignInWithGoogleRequest__Output, _florin_auth_v1_SignInWithGoogleResponse__Output>
  SignOut: MethodDefinition<_florin_auth_v1_SignOutRequest, _florin_auth_v1_SignOutResponse, _florin_auth_v1_SignOutRequest__Output, _florin_auth_v1_SignOutResponse__Output>
  SignUp: MethodDefinition<_florin_auth_v1_SignUpRequest, _florin_auth_v1_SignUpResponse, _florin_auth_v1_SignUpRequest__Output, _florin_auth_v1_SignUpResponse__Output>
  StartPasswordReset: MethodDefinition<_florin_auth_v1_StartPasswordResetRequest, _florin_auth_v1_StartPasswordResetResponse, _florin_auth_v1_StartPasswordResetRequest__Output, _florin_auth_v1_StartPasswordResetResponse__Output>
  StartTotp: MethodDefinition<_florin_auth_v1_StartTotpRequest, _florin_auth_v1_StartTotpResponse, _florin_auth_v1_StartTotpRequest__Output, _florin_auth_v1_StartTotpResponse__Output>
  ToggleTotp: MethodDefinition<_florin_auth_v1_ToggleTotpRequest, _florin_auth_v1_ToggleTotpResponse, _florin_auth_v1_ToggleTotpRequest__Output, _florin_auth_v1_ToggleTotpResponse__Output>
  VerifyContact: MethodDefinition<_florin_auth_v1_VerifyContactRequest, _florin_auth_v1_VerifyContactResponse, _florin_auth_v1_VerifyContactRequest__Output, _florin_auth_v1_VerifyContactResponse__Output>
  VerifyPasswordReset: MethodDefinition<_florin_auth_v1_VerifyPasswordResetRequest, _florin_auth_v1_VerifyPasswordResetResponse, _florin_auth_v1_VerifyPasswordResetRequest__Output, _florin_auth_v1_VerifyPasswordResetResponse__Output>
}
