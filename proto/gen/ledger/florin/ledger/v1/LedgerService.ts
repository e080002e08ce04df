// Original file: florin/ledger/v1/ledger.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AbandonClosingRequest as _florin_ledger_v1_AbandonClosingRequest, AbandonClosingRequest__Output as _florin_ledger_v1_AbandonClosingRequest__Output } from '../../../florin/ledger/v1/AbandonClosingRequest.ts';
import type { AbandonClosingResponse as _florin_ledger_v1_AbandonClosingResponse, AbandonClosingResponse__Output as _florin_ledger_v1_AbandonClosingResponse__Output } from '../../../florin/ledger/v1/AbandonClosingResponse.ts';
import type { BeginClosingRequest as _florin_ledger_v1_BeginClosingRequest, BeginClosingRequest__Output as _florin_ledger_v1_BeginClosingRequest__Output } from '../../../florin/ledger/v1/BeginClosingRequest.ts';
import type { BeginClosingResponse as _florin_ledger_v1_BeginClosingResponse, BeginClosingResponse__Output as _florin_ledger_v1_BeginClosingResponse__Output } from '../../../florin/ledger/v1/BeginClosingResponse.ts';
import type { DepositRequest as _florin_ledger_v1_DepositRequest, DepositRequest__Output as _florin_ledger_v1_DepositRequest__Output } from '../../../florin/ledger/v1/DepositRequest.ts';
import type { DepositResponse as _florin_ledger_v1_DepositResponse, DepositResponse__Output as _florin_ledger_v1_DepositResponse__Output } from '../../../florin/ledger/v1/DepositResponse.ts';
import type { GetAccountsRequest as _florin_ledger_v1_GetAccountsRequest, GetAccountsRequest__Output as _florin_ledger_v1_GetAccountsRequest__Output } from '../../../florin/ledger/v1/GetAccountsRequest.ts';
import type { GetAccountsResponse as _florin_ledger_v1_GetAccountsResponse, GetAccountsResponse__Output as _florin_ledger_v1_GetAccountsResponse__Output } from '../../../florin/ledger/v1/GetAccountsResponse.ts';
import type { GetPointsRequest as _florin_ledger_v1_GetPointsRequest, GetPointsRequest__Output as _florin_ledger_v1_GetPointsRequest__Output } from '../../../florin/ledger/v1/GetPointsRequest.ts';
import type { GetPointsResponse as _florin_ledger_v1_GetPointsResponse, GetPointsResponse__Output as _florin_ledger_v1_GetPointsResponse__Output } from '../../../florin/ledger/v1/GetPointsResponse.ts';
import type { GetRatesRequest as _florin_ledger_v1_GetRatesRequest, GetRatesRequest__Output as _florin_ledger_v1_GetRatesRequest__Output } from '../../../florin/ledger/v1/GetRatesRequest.ts';
import type { GetRatesResponse as _florin_ledger_v1_GetRatesResponse, GetRatesResponse__Output as _florin_ledger_v1_GetRatesResponse__Output } from '../../../florin/ledger/v1/GetRatesResponse.ts';
import type { GetTransfersRequest as _florin_ledger_v1_GetTransfersRequest, GetTransfersRequest__Output as _florin_ledger_v1_GetTransfersRequest__Output } from '../../../florin/ledger/v1/GetTransfersRequest.ts';
import type { GetTransfersResponse as _florin_ledger_v1_GetTransfersResponse, GetTransfersResponse__Output as _florin_ledger_v1_GetTransfersResponse__Output } from '../../../florin/ledger/v1/GetTransfersResponse.ts';
import type { GrantPointsRequest as _florin_ledger_v1_GrantPointsRequest, GrantPointsRequest__Output as _florin_ledger_v1_GrantPointsRequest__Output } from '../../../florin/ledger/v1/GrantPointsRequest.ts';
import type { GrantPointsResponse as _florin_ledger_v1_GrantPointsResponse, GrantPointsResponse__Output as _florin_ledger_v1_GrantPointsResponse__Output } from '../../../florin/ledger/v1/GrantPointsResponse.ts';
import type { ListPointsHistoryRequest as _florin_ledger_v1_ListPointsHistoryRequest, ListPointsHistoryRequest__Output as _florin_ledger_v1_ListPointsHistoryRequest__Output } from '../../../florin/ledger/v1/ListPointsHistoryRequest.ts';
import type { ListPointsHistoryResponse as _florin_ledger_v1_ListPointsHistoryResponse, ListPointsHistoryResponse__Output as _florin_ledger_v1_ListPointsHistoryResponse__Output } from '../../../florin/ledger/v1/ListPointsHistoryResponse.ts';
import type { ListTransfersRequest as _florin_ledger_v1_ListTransfersRequest, ListTransfersRequest__Output as _florin_ledger_v1_ListTransfersRequest__Output } from '../../../florin/ledger/v1/ListTransfersRequest.ts';
import type { ListTransfersResponse as _florin_ledger_v1_ListTransfersResponse, ListTransfersResponse__Output as _florin_ledger_v1_ListTransfersResponse__Output } from '../../../florin/ledger/v1/ListTransfersResponse.ts';
import type { OpenAccountRequest as _florin_ledger_v1_OpenAccountRequest, OpenAccountRequest__Output as _florin_ledger_v1_OpenAccountRequest__Output } from '../../../florin/ledger/v1/OpenAccountRequest.ts';
import type { OpenAccountResponse as _florin_ledger_v1_OpenAccountResponse, OpenAccountResponse__Output as _florin_ledger_v1_OpenAccountResponse__Output } from '../../../florin/ledger/v1/OpenAccountResponse.ts';
import type { PostTransfersRequest as _florin_ledger_v1_PostTransfersRequest, PostTransfersRequest__Output as _florin_ledger_v1_PostTransfersRequest__Output } from '../../../florin/ledger/v1/PostTransfersRequest.ts';
import type { PostTransfersResponse as _florin_ledger_v1_PostTransfersResponse, PostTransfersResponse__Output as _florin_ledger_v1_PostTransfersResponse__Output } from '../../../florin/ledger/v1/PostTransfersResponse.ts';
import type { ReverseTransferRequest as _florin_ledger_v1_ReverseTransferRequest, ReverseTransferRequest__Output as _florin_ledger_v1_ReverseTransferRequest__Output } from '../../../florin/ledger/v1/ReverseTransferRequest.ts';
import type { ReverseTransferResponse as _florin_ledger_v1_ReverseTransferResponse, ReverseTransferResponse__Output as _florin_ledger_v1_ReverseTransferResponse__Output } from '../../../florin/ledger/v1/ReverseTransferResponse.ts';
import type { SetCreditLimitRequest as _florin_ledger_v1_SetCreditLimitRequest, SetCreditLimitRequest__Output as _florin_ledger_v1_SetCreditLimitRequest__Output } from '../../../florin/ledger/v1/SetCreditLimitRequest.ts';
import type { SetCreditLimitResponse as _florin_ledger_v1_SetCreditLimitResponse, SetCreditLimitResponse__Output as _florin_ledger_v1_SetCreditLimitResponse__Output } from '../../../florin/ledger/v1/SetCreditLimitResponse.ts';
import type { SpendPointsRequest as _florin_ledger_v1_SpendPointsRequest, SpendPointsRequest__Output as _florin_ledger_v1_SpendPointsRequest__Output } from '../../../florin/ledger/v1/SpendPointsRequest.ts';
import type { SpendPointsResponse as _florin_ledger_v1_SpendPointsResponse, SpendPointsResponse__Output as _florin_ledger_v1_SpendPointsResponse__Output } from '../../../florin/ledger/v1/SpendPointsResponse.ts';

export interface LedgerServiceClient extends grpc.Client {
  AbandonClosing(argument: _florin_ledger_v1_AbandonClosingRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_AbandonClosingResponse__Output>): grpc.ClientUnaryCall;
  AbandonClosing(argument: _florin_ledger_v1_AbandonClosingRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_AbandonClosingResponse__Output>): grpc.ClientUnaryCall;
  AbandonClosing(argument: _florin_ledger_v1_AbandonClosingRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_AbandonClosingResponse__Output>): grpc.ClientUnaryCall;
  AbandonClosing(argument: _florin_ledger_v1_AbandonClosingRequest, callback: grpc.requestCallback<_florin_ledger_v1_AbandonClosingResponse__Output>): grpc.ClientUnaryCall;
  abandonClosing(argument: _florin_ledger_v1_AbandonClosingRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_AbandonClosingResponse__Output>): grpc.ClientUnaryCall;
  abandonClosing(argument: _florin_ledger_v1_AbandonClosingRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_AbandonClosingResponse__Output>): grpc.ClientUnaryCall;
  abandonClosing(argument: _florin_ledger_v1_AbandonClosingRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_AbandonClosingResponse__Output>): grpc.ClientUnaryCall;
  abandonClosing(argument: _florin_ledger_v1_AbandonClosingRequest, callback: grpc.requestCallback<_florin_ledger_v1_AbandonClosingResponse__Output>): grpc.ClientUnaryCall;
  
  BeginClosing(argument: _florin_ledger_v1_BeginClosingRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_BeginClosingResponse__Output>): grpc.ClientUnaryCall;
  BeginClosing(argument: _florin_ledger_v1_BeginClosingRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_BeginClosingResponse__Output>): grpc.ClientUnaryCall;
  BeginClosing(argument: _florin_ledger_v1_BeginClosingRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_BeginClosingResponse__Output>): grpc.ClientUnaryCall;
  BeginClosing(argument: _florin_ledger_v1_BeginClosingRequest, callback: grpc.requestCallback<_florin_ledger_v1_BeginClosingResponse__Output>): grpc.ClientUnaryCall;
  beginClosing(argument: _florin_ledger_v1_BeginClosingRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_BeginClosingResponse__Output>): grpc.ClientUnaryCall;
  beginClosing(argument: _florin_ledger_v1_BeginClosingRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_BeginClosingResponse__Output>): grpc.ClientUnaryCall;
  beginClosing(argument: _florin_ledger_v1_BeginClosingRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_BeginClosingResponse__Output>): grpc.ClientUnaryCall;
  beginClosing(argument: _florin_ledger_v1_BeginClosingRequest, callback: grpc.requestCallback<_florin_ledger_v1_BeginClosingResponse__Output>): grpc.ClientUnaryCall;
  
  Deposit(argument: _florin_ledger_v1_DepositRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_DepositResponse__Output>): grpc.ClientUnaryCall;
  Deposit(argument: _florin_ledger_v1_DepositRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_DepositResponse__Output>): grpc.ClientUnaryCall;
  Deposit(argument: _florin_ledger_v1_DepositRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_DepositResponse__Output>): grpc.ClientUnaryCall;
  Deposit(argument: _florin_ledger_v1_DepositRequest, callback: grpc.requestCallback<_florin_ledger_v1_DepositResponse__Output>): grpc.ClientUnaryCall;
  deposit(argument: _florin_ledger_v1_DepositRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_DepositResponse__Output>): grpc.ClientUnaryCall;
  deposit(argument: _florin_ledger_v1_DepositRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_DepositResponse__Output>): grpc.ClientUnaryCall;
  deposit(argument: _florin_ledger_v1_DepositRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_DepositResponse__Output>): grpc.ClientUnaryCall;
  deposit(argument: _florin_ledger_v1_DepositRequest, callback: grpc.requestCallback<_florin_ledger_v1_DepositResponse__Output>): grpc.ClientUnaryCall;
  
  GetAccounts(argument: _florin_ledger_v1_GetAccountsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GetAccountsResponse__Output>): grpc.ClientUnaryCall;
  GetAccounts(argument: _florin_ledger_v1_GetAccountsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_GetAccountsResponse__Output>): grpc.ClientUnaryCall;
  GetAccounts(argument: _florin_ledger_v1_GetAccountsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GetAccountsResponse__Output>): grpc.ClientUnaryCall;
  GetAccounts(argument: _florin_ledger_v1_GetAccountsRequest, callback: grpc.requestCallback<_florin_ledger_v1_GetAccountsResponse__Output>): grpc.ClientUnaryCall;
  getAccounts(argument: _florin_ledger_v1_GetAccountsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GetAccountsResponse__Output>): grpc.ClientUnaryCall;
  getAccounts(argument: _florin_ledger_v1_GetAccountsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_GetAccountsResponse__Output>): grpc.ClientUnaryCall;
  getAccounts(argument: _florin_ledger_v1_GetAccountsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GetAccountsResponse__Output>): grpc.ClientUnaryCall;
  getAccounts(argument: _florin_ledger_v1_GetAccountsRequest, callback: grpc.requestCallback<_florin_ledger_v1_GetAccountsResponse__Output>): grpc.ClientUnaryCall;
  
  GetPoints(argument: _florin_ledger_v1_GetPointsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GetPointsResponse__Output>): grpc.ClientUnaryCall;
  GetPoints(argument: _florin_ledger_v1_GetPointsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_GetPointsResponse__Output>): grpc.ClientUnaryCall;
  GetPoints(argument: _florin_ledger_v1_GetPointsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GetPointsResponse__Output>): grpc.ClientUnaryCall;
  GetPoints(argument: _florin_ledger_v1_GetPointsRequest, callback: grpc.requestCallback<_florin_ledger_v1_GetPointsResponse__Output>): grpc.ClientUnaryCall;
  getPoints(argument: _florin_ledger_v1_GetPointsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GetPointsResponse__Output>): grpc.ClientUnaryCall;
  getPoints(argument: _florin_ledger_v1_GetPointsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_GetPointsResponse__Output>): grpc.ClientUnaryCall;
  getPoints(argument: _florin_ledger_v1_GetPointsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GetPointsResponse__Output>): grpc.ClientUnaryCall;
  getPoints(argument: _florin_ledger_v1_GetPointsRequest, callback: grpc.requestCallback<_florin_ledger_v1_GetPointsResponse__Output>): grpc.ClientUnaryCall;
  
  GetRates(argument: _florin_ledger_v1_GetRatesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GetRatesResponse__Output>): grpc.ClientUnaryCall;
  GetRates(argument: _florin_ledger_v1_GetRatesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_GetRatesResponse__Output>): grpc.ClientUnaryCall;
  GetRates(argument: _florin_ledger_v1_GetRatesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GetRatesResponse__Output>): grpc.ClientUnaryCall;
  GetRates(argument: _florin_ledger_v1_GetRatesRequest, callback: grpc.requestCallback<_florin_ledger_v1_GetRatesResponse__Output>): grpc.ClientUnaryCall;
  getRates(argument: _florin_ledger_v1_GetRatesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GetRatesResponse__Output>): grpc.ClientUnaryCall;
  getRates(argument: _florin_ledger_v1_GetRatesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_GetRatesResponse__Output>): grpc.ClientUnaryCall;
  getRates(argument: _florin_ledger_v1_GetRatesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GetRatesResponse__Output>): grpc.ClientUnaryCall;
  getRates(argument: _florin_ledger_v1_GetRatesRequest, callback: grpc.requestCallback<_florin_ledger_v1_GetRatesResponse__Output>): grpc.ClientUnaryCall;
  
  GetTransfers(argument: _florin_ledger_v1_GetTransfersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GetTransfersResponse__Output>): grpc.ClientUnaryCall;
  GetTransfers(argument: _florin_ledger_v1_GetTransfersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_GetTransfersResponse__Output>): grpc.ClientUnaryCall;
  GetTransfers(argument: _florin_ledger_v1_GetTransfersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GetTransfersResponse__Output>): grpc.ClientUnaryCall;
  GetTransfers(argument: _florin_ledger_v1_GetTransfersRequest, callback: grpc.requestCallback<_florin_ledger_v1_GetTransfersResponse__Output>): grpc.ClientUnaryCall;
  getTransfers(argument: _florin_ledger_v1_GetTransfersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GetTransfersResponse__Output>): grpc.ClientUnaryCall;
  getTransfers(argument: _florin_ledger_v1_GetTransfersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_GetTransfersResponse__Output>): grpc.ClientUnaryCall;
  getTransfers(argument: _florin_ledger_v1_GetTransfersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GetTransfersResponse__Output>): grpc.ClientUnaryCall;
  getTransfers(argument: _florin_ledger_v1_GetTransfersRequest, callback: grpc.requestCallback<_florin_ledger_v1_GetTransfersResponse__Output>): grpc.ClientUnaryCall;
  
  GrantPoints(argument: _florin_ledger_v1_GrantPointsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GrantPointsResponse__Output>): grpc.ClientUnaryCall;
  GrantPoints(argument: _florin_ledger_v1_GrantPointsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_GrantPointsResponse__Output>): grpc.ClientUnaryCall;
  GrantPoints(argument: _florin_ledger_v1_GrantPointsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GrantPointsResponse__Output>): grpc.ClientUnaryCall;
  GrantPoints(argument: _florin_ledger_v1_GrantPointsRequest, callback: grpc.requestCallback<_florin_ledger_v1_GrantPointsResponse__Output>): grpc.ClientUnaryCall;
  grantPoints(argument: _florin_ledger_v1_GrantPointsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GrantPointsResponse__Output>): grpc.ClientUnaryCall;
  grantPoints(argument: _florin_ledger_v1_GrantPointsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_GrantPointsResponse__Output>): grpc.ClientUnaryCall;
  grantPoints(argument: _florin_ledger_v1_GrantPointsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_GrantPointsResponse__Output>): grpc.ClientUnaryCall;
  grantPoints(argument: _florin_ledger_v1_GrantPointsRequest, callback: grpc.requestCallback<_florin_ledger_v1_GrantPointsResponse__Output>): grpc.ClientUnaryCall;
  
  ListPointsHistory(argument: _florin_ledger_v1_ListPointsHistoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_ListPointsHistoryResponse__Output>): grpc.ClientUnaryCall;
  ListPointsHistory(argument: _florin_ledger_v1_ListPointsHistoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_ListPointsHistoryResponse__Output>): grpc.ClientUnaryCall;
  ListPointsHistory(argument: _florin_ledger_v1_ListPointsHistoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_ListPointsHistoryResponse__Output>): grpc.ClientUnaryCall;
  ListPointsHistory(argument: _florin_ledger_v1_ListPointsHistoryRequest, callback: grpc.requestCallback<_florin_ledger_v1_ListPointsHistoryResponse__Output>): grpc.ClientUnaryCall;
  listPointsHistory(argument: _florin_ledger_v1_ListPointsHistoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_ListPointsHistoryResponse__Output>): grpc.ClientUnaryCall;
  listPointsHistory(argument: _florin_ledger_v1_ListPointsHistoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_ListPointsHistoryResponse__Output>): grpc.ClientUnaryCall;
  listPointsHistory(argument: _florin_ledger_v1_ListPointsHistoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_ListPointsHistoryResponse__Output>): grpc.ClientUnaryCall;
  listPointsHistory(argument: _florin_ledger_v1_ListPointsHistoryRequest, callback: grpc.requestCallback<_florin_ledger_v1_ListPointsHistoryResponse__Output>): grpc.ClientUnaryCall;
  
  ListTransfers(argument: _florin_ledger_v1_ListTransfersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_ListTransfersResponse__Output>): grpc.ClientUnaryCall;
  ListTransfers(argument: _florin_ledger_v1_ListTransfersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_ListTransfersResponse__Output>): grpc.ClientUnaryCall;
  ListTransfers(argument: _florin_ledger_v1_ListTransfersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_ListTransfersResponse__Output>): grpc.ClientUnaryCall;
  ListTransfers(argument: _florin_ledger_v1_ListTransfersRequest, callback: grpc.requestCallback<_florin_ledger_v1_ListTransfersResponse__Output>): grpc.ClientUnaryCall;
  listTransfers(argument: _florin_ledger_v1_ListTransfersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_ListTransfersResponse__Output>): grpc.ClientUnaryCall;
  listTransfers(argument: _florin_ledger_v1_ListTransfersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_ListTransfersResponse__Output>): grpc.ClientUnaryCall;
  listTransfers(argument: _florin_ledger_v1_ListTransfersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_ListTransfersResponse__Output>): grpc.ClientUnaryCall;
  listTransfers(argument: _florin_ledger_v1_ListTransfersRequest, callback: grpc.requestCallback<_florin_ledger_v1_ListTransfersResponse__Output>): grpc.ClientUnaryCall;
  
  OpenAccount(argument: _florin_ledger_v1_OpenAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_OpenAccountResponse__Output>): grpc.ClientUnaryCall;
  OpenAccount(argument: _florin_ledger_v1_OpenAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_OpenAccountResponse__Output>): grpc.ClientUnaryCall;
  OpenAccount(argument: _florin_ledger_v1_OpenAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_OpenAccountResponse__Output>): grpc.ClientUnaryCall;
  OpenAccount(argument: _florin_ledger_v1_OpenAccountRequest, callback: grpc.requestCallback<_florin_ledger_v1_OpenAccountResponse__Output>): grpc.ClientUnaryCall;
  openAccount(argument: _florin_ledger_v1_OpenAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_OpenAccountResponse__Output>): grpc.ClientUnaryCall;
  openAccount(argument: _florin_ledger_v1_OpenAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_OpenAccountResponse__Output>): grpc.ClientUnaryCall;
  openAccount(argument: _florin_ledger_v1_OpenAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_OpenAccountResponse__Output>): grpc.ClientUnaryCall;
  openAccount(argument: _florin_ledger_v1_OpenAccountRequest, callback: grpc.requestCallback<_florin_ledger_v1_OpenAccountResponse__Output>): grpc.ClientUnaryCall;
  
  PostTransfers(argument: _florin_ledger_v1_PostTransfersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_PostTransfersResponse__Output>): grpc.ClientUnaryCall;
  PostTransfers(argument: _florin_ledger_v1_PostTransfersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_PostTransfersResponse__Output>): grpc.ClientUnaryCall;
  PostTransfers(argument: _florin_ledger_v1_PostTransfersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_PostTransfersResponse__Output>): grpc.ClientUnaryCall;
  PostTransfers(argument: _florin_ledger_v1_PostTransfersRequest, callback: grpc.requestCallback<_florin_ledger_v1_PostTransfersResponse__Output>): grpc.ClientUnaryCall;
  postTransfers(argument: _florin_ledger_v1_PostTransfersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_PostTransfersResponse__Output>): grpc.ClientUnaryCall;
  postTransfers(argument: _florin_ledger_v1_PostTransfersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_PostTransfersResponse__Output>): grpc.ClientUnaryCall;
  postTransfers(argument: _florin_ledger_v1_PostTransfersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_PostTransfersResponse__Output>): grpc.ClientUnaryCall;
  postTransfers(argument: _florin_ledger_v1_PostTransfersRequest, callback: grpc.requestCallback<_florin_ledger_v1_PostTransfersResponse__Output>): grpc.ClientUnaryCall;
  
  ReverseTransfer(argument: _florin_ledger_v1_ReverseTransferRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_ReverseTransferResponse__Output>): grpc.ClientUnaryCall;
  ReverseTransfer(argument: _florin_ledger_v1_ReverseTransferRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_ReverseTransferResponse__Output>): grpc.ClientUnaryCall;
  ReverseTransfer(argument: _florin_ledger_v1_ReverseTransferRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_ReverseTransferResponse__Output>): grpc.ClientUnaryCall;
  ReverseTransfer(argument: _florin_ledger_v1_ReverseTransferRequest, callback: grpc.requestCallback<_florin_ledger_v1_ReverseTransferResponse__Output>): grpc.ClientUnaryCall;
  reverseTransfer(argument: _florin_ledger_v1_ReverseTransferRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_ReverseTransferResponse__Output>): grpc.ClientUnaryCall;
  reverseTransfer(argument: _florin_ledger_v1_ReverseTransferRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_ReverseTransferResponse__Output>): grpc.ClientUnaryCall;
  reverseTransfer(argument: _florin_ledger_v1_ReverseTransferRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_ReverseTransferResponse__Output>): grpc.ClientUnaryCall;
  reverseTransfer(argument: _florin_ledger_v1_ReverseTransferRequest, callback: grpc.requestCallback<_florin_ledger_v1_ReverseTransferResponse__Output>): grpc.ClientUnaryCall;
  
  SetCreditLimit(argument: _florin_ledger_v1_SetCreditLimitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_SetCreditLimitResponse__Output>): grpc.ClientUnaryCall;
  SetCreditLimit(argument: _florin_ledger_v1_SetCreditLimitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_SetCreditLimitResponse__Output>): grpc.ClientUnaryCall;
  SetCreditLimit(argument: _florin_ledger_v1_SetCreditLimitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_SetCreditLimitResponse__Output>): grpc.ClientUnaryCall;
  SetCreditLimit(argument: _florin_ledger_v1_SetCreditLimitRequest, callback: grpc.requestCallback<_florin_ledger_v1_SetCreditLimitResponse__Output>): grpc.ClientUnaryCall;
  setCreditLimit(argument: _florin_ledger_v1_SetCreditLimitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_SetCreditLimitResponse__Output>): grpc.ClientUnaryCall;
  setCreditLimit(argument: _florin_ledger_v1_SetCreditLimitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_SetCreditLimitResponse__Output>): grpc.ClientUnaryCall;
  setCreditLimit(argument: _florin_ledger_v1_SetCreditLimitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_SetCreditLimitResponse__Output>): grpc.ClientUnaryCall;
  setCreditLimit(argument: _florin_ledger_v1_SetCreditLimitRequest, callback: grpc.requestCallback<_florin_ledger_v1_SetCreditLimitResponse__Output>): grpc.ClientUnaryCall;
  
  SpendPoints(argument: _florin_ledger_v1_SpendPointsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_SpendPointsResponse__Output>): grpc.ClientUnaryCall;
  SpendPoints(argument: _florin_ledger_v1_SpendPointsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_SpendPointsResponse__Output>): grpc.ClientUnaryCall;
  SpendPoints(argument: _florin_ledger_v1_SpendPointsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_SpendPointsResponse__Output>): grpc.ClientUnaryCall;
  SpendPoints(argument: _florin_ledger_v1_SpendPointsRequest, callback: grpc.requestCallback<_florin_ledger_v1_SpendPointsResponse__Output>): grpc.ClientUnaryCall;
  spendPoints(argument: _florin_ledger_v1_SpendPointsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_SpendPointsResponse__Output>): grpc.ClientUnaryCall;
  spendPoints(argument: _florin_ledger_v1_SpendPointsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_ledger_v1_SpendPointsResponse__Output>): grpc.ClientUnaryCall;
  spendPoints(argument: _florin_ledger_v1_SpendPointsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_ledger_v1_SpendPointsResponse__Output>): grpc.ClientUnaryCall;
  spendPoints(argument: _florin_ledger_v1_SpendPointsRequest, callback: grpc.requestCallback<_florin_ledger_v1_SpendPointsResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface LedgerServiceHandlers extends grpc.UntypedServiceImplementation {
  AbandonClosing: grpc.handleUnaryCall<_florin_ledger_v1_AbandonClosingRequest__Output, _florin_ledger_v1_AbandonClosingResponse>;
  
  BeginClosing: grpc.handleUnaryCall<_florin_ledger_v1_BeginClosingRequest__Output, _florin_ledger_v1_BeginClosingResponse>;
  
  Deposit: grpc.handleUnaryCall<_florin_ledger_v1_DepositRequest__Output, _florin_ledger_v1_DepositResponse>;
  
  GetAccounts: grpc.handleUnaryCall<_florin_ledger_v1_GetAccountsRequest__Output, _florin_ledger_v1_GetAccountsResponse>;
  
  GetPoints: grpc.handleUnaryCall<_florin_ledger_v1_GetPointsRequest__Output, _florin_ledger_v1_GetPointsResponse>;
  
  GetRates: grpc.handleUnaryCall<_florin_ledger_v1_GetRatesRequest__Output, _florin_ledger_v1_GetRatesResponse>;
  
  GetTransfers: grpc.handleUnaryCall<_florin_ledger_v1_GetTransfersRequest__Output, _florin_ledger_v1_GetTransfersResponse>;
  
  GrantPoints: grpc.handleUnaryCall<_florin_ledger_v1_GrantPointsRequest__Output, _florin_ledger_v1_GrantPointsResponse>;
  
  ListPointsHistory: grpc.handleUnaryCall<_florin_ledger_v1_ListPointsHistoryRequest__Output, _florin_ledger_v1_ListPointsHistoryResponse>;
  
  ListTransfers: grpc.handleUnaryCall<_florin_ledger_v1_ListTransfersRequest__Output, _florin_ledger_v1_ListTransfersResponse>;
  
  OpenAccount: grpc.handleUnaryCall<_florin_ledger_v1_OpenAccountRequest__Output, _florin_ledger_v1_OpenAccountResponse>;
  
  PostTransfers: grpc.handleUnaryCall<_florin_ledger_v1_PostTransfersRequest__Output, _florin_ledger_v1_PostTransfersResponse>;
  
  ReverseTransfer: grpc.handleUnaryCall<_florin_ledger_v1_ReverseTransferRequest__Output, _florin_ledger_v1_ReverseTransferResponse>;
  
  SetCreditLimit: grpc.handleUnaryCall<_florin_ledger_v1_SetCreditLimitRequest__Output, _florin_ledger_v1_SetCreditLimitResponse>;
  
  SpendPoints: grpc.handleUnaryCall<_florin_ledger_v1_SpendPointsRequest__Output, _florin_ledger_v1_SpendPointsResponse>;
  
}

export interface LedgerServiceDefinition extends grpc.ServiceDefinition {
  AbandonClosing: MethodDefinition<_florin_ledger_v1_AbandonClosingRequest, _florin_ledger_v1_AbandonClosingResponse, _florin_ledger_v1_AbandonClosingRequest__Output, _florin_ledger_v1_AbandonClosingResponse__Output>
  BeginClosing: MethodDefinition<_florin_ledger_v1_BeginClosingRequest, _florin_ledger_v1_BeginClosingResponse, _florin_ledger_v1_BeginClosingRequest__Output, _florin_ledger_v1_BeginClosingResponse__Output>
  Deposit: MethodDefinition<_florin_ledger_v1_DepositRequest, _florin_ledger_v1_DepositResponse, _florin_ledger_v1_DepositRequest__Output, _florin_ledger_v1_DepositResponse__Output>
  GetAccounts: MethodDefinition<_florin_ledger_v1_GetAccountsRequest, _florin_ledger_v1_GetAccountsResponse, _florin_ledger_v1_GetAccountsRequest__Output, _florin_ledger_v1_GetAccountsResponse__Output>
  GetPoints: MethodDefinition<_florin_ledger_v1_GetPointsRequest, _florin_ledger_v1_GetPointsResponse, _florin_ledger_v1_GetPointsRequest__Output, _florin_ledger_v1_GetPointsResponse__Output>
  GetRates: MethodDefinition<_florin_ledger_v1_GetRatesRequest, _florin_ledger_v1_GetRatesResponse, _florin_ledger_v1_GetRatesRequest__Output, _florin_ledger_v1_GetRatesResponse__Output>
  GetTransfers: MethodDefinition<_florin_ledger_v1_GetTransfersRequest, _florin_ledger_v1_GetTransfersResponse, _florin_ledger_v1_GetTransfersRequest__Output, _florin_ledger_v1_GetTransfersResponse__Output>
  GrantPoints: MethodDefinition<_florin_ledger_v1_GrantPointsRequest, _florin_ledger_v1_GrantPointsResponse, _florin_ledger_v1_GrantPointsRequest__Output, _florin_ledger_v1_GrantPointsResponse__Output>
  ListPointsHistory: MethodDefinition<_florin_ledger_v1_ListPointsHistoryRequest, _florin_ledger_v1_ListPointsHistoryResponse, _florin_ledger_v1_ListPointsHistoryRequest__Output, _florin_ledger_v1_ListPointsHistoryResponse__Output>
  ListTransfers: MethodDefinition<_florin_ledger_v1_ListTransfersRequest, _florin_ledger_v1_ListTransfersResponse, _florin_ledger_v1_ListTransfersRequest__Output, _florin_ledger_v1_ListTransfersResponse__Output>
  OpenAccount: MethodDefinition<_florin_ledger_v1_OpenAccountRequest, _florin_ledger_v1_OpenAccountResponse, _florin_ledger_v1_OpenAccountRequest__Output, _florin_ledger_v1_OpenAccountResponse__Output>
  PostTransfers: MethodDefinition<_florin_ledger_v1_PostTransfersRequest, _florin_ledger_v1_PostTransfersResponse, _florin_ledger_v1_PostTransfersRequest__Output, _florin_ledger_v1_PostTransfersResponse__Output>
  ReverseTransfer: MethodDefinition<_florin_ledger_v1_ReverseTransferRequest, _florin_ledger_v1_ReverseTransferResponse, _florin_ledger_v1_ReverseTransferRequest__Output, _florin_ledger_v1_ReverseTransferResponse__Output>
  SetCreditLimit: MethodDefinition<_florin_ledger_v1_SetCreditLimitRequest, _florin_ledger_v1_SetCreditLimitResponse, _florin_ledger_v1_SetCreditLimitRequest__Output, _florin_ledger_v1_SetCreditLimitResponse__Output>
  SpendPoints: MethodDefinition<_florin_ledger_v1_SpendPointsRequest, _florin_ledger_v1_SpendPointsResponse, _florin_ledger_v1_SpendPointsRequest__Output, _florin_ledger_v1_SpendPointsResponse__Output>
}
