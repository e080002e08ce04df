import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { AbandonClosingRequest as _florin_ledger_v1_AbandonClosingRequest, AbandonClosingRequest__Output as _florin_ledger_v1_AbandonClosingRequest__Output } from './florin/ledger/v1/AbandonClosingRequest.ts';
import type { AbandonClosingResponse as _florin_ledger_v1_AbandonClosingResponse, AbandonClosingResponse__Output as _florin_ledger_v1_AbandonClosingResponse__Output } from './florin/ledger/v1/AbandonClosingResponse.ts';
import type { Account as _florin_ledger_v1_Account, Account__Output as _florin_ledger_v1_Account__Output } from './florin/ledger/v1/Account.ts';
import type { Balance as _florin_ledger_v1_Balance, Balance__Output as _florin_ledger_v1_Balance__Output } from './florin/ledger/v1/Balance.ts';
import type { BeginClosingRequest as _florin_ledger_v1_BeginClosingRequest, BeginClosingRequest__Output as _florin_ledger_v1_BeginClosingRequest__Output } from './florin/ledger/v1/BeginClosingRequest.ts';
import type { BeginClosingResponse as _florin_ledger_v1_BeginClosingResponse, BeginClosingResponse__Output as _florin_ledger_v1_BeginClosingResponse__Output } from './florin/ledger/v1/BeginClosingResponse.ts';
import type { DatedRate as _florin_ledger_v1_DatedRate, DatedRate__Output as _florin_ledger_v1_DatedRate__Output } from './florin/ledger/v1/DatedRate.ts';
import type { DepositRequest as _florin_ledger_v1_DepositRequest, DepositRequest__Output as _florin_ledger_v1_DepositRequest__Output } from './florin/ledger/v1/DepositRequest.ts';
import type { DepositResponse as _florin_ledger_v1_DepositResponse, DepositResponse__Output as _florin_ledger_v1_DepositResponse__Output } from './florin/ledger/v1/DepositResponse.ts';
import type { GetAccountsRequest as _florin_ledger_v1_GetAccountsRequest, GetAccountsRequest__Output as _florin_ledger_v1_GetAccountsRequest__Output } from './florin/ledger/v1/GetAccountsRequest.ts';
import type { GetAccountsResponse as _florin_ledger_v1_GetAccountsResponse, GetAccountsResponse__Output as _florin_ledger_v1_GetAccountsResponse__Output } from './florin/ledger/v1/GetAccountsResponse.ts';
import type { GetPointsRequest as _florin_ledger_v1_GetPointsRequest, GetPointsRequest__Output as _florin_ledger_v1_GetPointsRequest__Output } from './florin/ledger/v1/GetPointsRequest.ts';
import type { GetPointsResponse as _florin_ledger_v1_GetPointsResponse, GetPointsResponse__Output as _florin_ledger_v1_GetPointsResponse__Output } from './florin/ledger/v1/GetPointsResponse.ts';
import type { GetRatesRequest as _florin_ledger_v1_GetRatesRequest, GetRatesRequest__Output as _florin_ledger_v1_GetRatesRequest__Output } from './florin/ledger/v1/GetRatesRequest.ts';
import type { GetRatesResponse as _florin_ledger_v1_GetRatesResponse, GetRatesResponse__Output as _florin_ledger_v1_GetRatesResponse__Output } from './florin/ledger/v1/GetRatesResponse.ts';
import type { GetTransfersRequest as _florin_ledger_v1_GetTransfersRequest, GetTransfersRequest__Output as _florin_ledger_v1_GetTransfersRequest__Output } from './florin/ledger/v1/GetTransfersRequest.ts';
import type { GetTransfersResponse as _florin_ledger_v1_GetTransfersResponse, GetTransfersResponse__Output as _florin_ledger_v1_GetTransfersResponse__Output } from './florin/ledger/v1/GetTransfersResponse.ts';
import type { GrantPointsRequest as _florin_ledger_v1_GrantPointsRequest, GrantPointsRequest__Output as _florin_ledger_v1_GrantPointsRequest__Output } from './florin/ledger/v1/GrantPointsRequest.ts';
import type { GrantPointsResponse as _florin_ledger_v1_GrantPointsResponse, GrantPointsResponse__Output as _florin_ledger_v1_GrantPointsResponse__Output } from './florin/ledger/v1/GrantPointsResponse.ts';
import type { LedgerServiceClient as _florin_ledger_v1_LedgerServiceClient, LedgerServiceDefinition as _florin_ledger_v1_LedgerServiceDefinition } from './florin/ledger/v1/LedgerService.ts';
import type { ListPointsHistoryRequest as _florin_ledger_v1_ListPointsHistoryRequest, ListPointsHistoryRequest__Output as _florin_ledger_v1_ListPointsHistoryRequest__Output } from './florin/ledger/v1/ListPointsHistoryRequest.ts';
import type { ListPointsHistoryResponse as _florin_ledger_v1_ListPointsHistoryResponse, ListPointsHistoryResponse__Output as _florin_ledger_v1_ListPointsHistoryResponse__Output } from './florin/ledger/v1/ListPointsHistoryResponse.ts';
import type { ListTransfersRequest as _florin_ledger_v1_ListTransfersRequest, ListTransfersRequest__Output as _florin_ledger_v1_ListTransfersRequest__Output } from './florin/ledger/v1/ListTransfersRequest.ts';
import type { ListTransfersResponse as _florin_ledger_v1_ListTransfersResponse, ListTransfersResponse__Output as _florin_ledger_v1_ListTransfersResponse__Output } from './florin/ledger/v1/ListTransfersResponse.ts';
import type { Memo as _florin_ledger_v1_Memo, Memo__Output as _florin_ledger_v1_Memo__Output } from './florin/ledger/v1/Memo.ts';
import type { OpenAccountRequest as _florin_ledger_v1_OpenAccountRequest, OpenAccountRequest__Output as _florin_ledger_v1_OpenAccountRequest__Output } from './florin/ledger/v1/OpenAccountRequest.ts';
import type { OpenAccountResponse as _florin_ledger_v1_OpenAccountResponse, OpenAccountResponse__Output as _florin_ledger_v1_OpenAccountResponse__Output } from './florin/ledger/v1/OpenAccountResponse.ts';
import type { Party as _florin_ledger_v1_Party, Party__Output as _florin_ledger_v1_Party__Output } from './florin/ledger/v1/Party.ts';
import type { PayOut as _florin_ledger_v1_PayOut, PayOut__Output as _florin_ledger_v1_PayOut__Output } from './florin/ledger/v1/PayOut.ts';
import type { PointsEntry as _florin_ledger_v1_PointsEntry, PointsEntry__Output as _florin_ledger_v1_PointsEntry__Output } from './florin/ledger/v1/PointsEntry.ts';
import type { PostTransfersRequest as _florin_ledger_v1_PostTransfersRequest, PostTransfersRequest__Output as _florin_ledger_v1_PostTransfersRequest__Output } from './florin/ledger/v1/PostTransfersRequest.ts';
import type { PostTransfersResponse as _florin_ledger_v1_PostTransfersResponse, PostTransfersResponse__Output as _florin_ledger_v1_PostTransfersResponse__Output } from './florin/ledger/v1/PostTransfersResponse.ts';
import type { PostedTransfer as _florin_ledger_v1_PostedTransfer, PostedTransfer__Output as _florin_ledger_v1_PostedTransfer__Output } from './florin/ledger/v1/PostedTransfer.ts';
import type { ReverseTransferRequest as _florin_ledger_v1_ReverseTransferRequest, ReverseTransferRequest__Output as _florin_ledger_v1_ReverseTransferRequest__Output } from './florin/ledger/v1/ReverseTransferRequest.ts';
import type { ReverseTransferResponse as _florin_ledger_v1_ReverseTransferResponse, ReverseTransferResponse__Output as _florin_ledger_v1_ReverseTransferResponse__Output } from './florin/ledger/v1/ReverseTransferResponse.ts';
import type { SetCreditLimitRequest as _florin_ledger_v1_SetCreditLimitRequest, SetCreditLimitRequest__Output as _florin_ledger_v1_SetCreditLimitRequest__Output } from './florin/ledger/v1/SetCreditLimitRequest.ts';
import type { SetCreditLimitResponse as _florin_ledger_v1_SetCreditLimitResponse, SetCreditLimitResponse__Output as _florin_ledger_v1_SetCreditLimitResponse__Output } from './florin/ledger/v1/SetCreditLimitResponse.ts';
import type { SpendPointsRequest as _florin_ledger_v1_SpendPointsRequest, SpendPointsRequest__Output as _florin_ledger_v1_SpendPointsRequest__Output } from './florin/ledger/v1/SpendPointsRequest.ts';
import type { SpendPointsResponse as _florin_ledger_v1_SpendPointsResponse, SpendPointsResponse__Output as _florin_ledger_v1_SpendPointsResponse__Output } from './florin/ledger/v1/SpendPointsResponse.ts';
import type { Transfer as _florin_ledger_v1_Transfer, Transfer__Output as _florin_ledger_v1_Transfer__Output } from './florin/ledger/v1/Transfer.ts';
import type { TransferError as _florin_ledger_v1_TransferError, TransferError__Output as _florin_ledger_v1_TransferError__Output } from './florin/ledger/v1/TransferError.ts';
import type { TransferRequest as _florin_ledger_v1_TransferRequest, TransferRequest__Output as _florin_ledger_v1_TransferRequest__Output } from './florin/ledger/v1/TransferRequest.ts';
import type { TransferResult as _florin_ledger_v1_TransferResult, TransferResult__Output as _florin_ledger_v1_TransferResult__Output } from './florin/ledger/v1/TransferResult.ts';
import type { Withdrawal as _florin_ledger_v1_Withdrawal, Withdrawal__Output as _florin_ledger_v1_Withdrawal__Output } from './florin/ledger/v1/Withdrawal.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  florin: {
    ledger: {
      v1: {
        AbandonClosingRequest: MessageTypeDefinition<_florin_ledger_v1_AbandonClosingRequest, _florin_ledger_v1_AbandonClosingRequest__Output>
        AbandonClosingResponse: MessageTypeDefinition<_florin_ledger_v1_AbandonClosingResponse, _florin_ledger_v1_AbandonClosingResponse__Output>
        Account: MessageTypeDefinition<_florin_ledger_v1_Account, _florin_ledger_v1_Account__Output>
        Balance: MessageTypeDefinition<_florin_ledger_v1_Balance, _florin_ledger_v1_Balance__Output>
        BeginClosingRequest: MessageTypeDefinition<_florin_ledger_v1_BeginClosingRequest, _florin_ledger_v1_BeginClosingRequest__Output>
        BeginClosingResponse: MessageTypeDefinition<_florin_ledger_v1_BeginClosingResponse, _florin_ledger_v1_BeginClosingResponse__Output>
        DatedRate: MessageTypeDefinition<_florin_ledger_v1_DatedRate, _florin_ledger_v1_DatedRate__Output>
        DepositRequest: MessageTypeDefinition<_florin_ledger_v1_DepositRequest, _florin_ledger_v1_DepositRequest__Output>
        DepositResponse: MessageTypeDefinition<_florin_ledger_v1_DepositResponse, _florin_ledger_v1_DepositResponse__Output>
        GetAccountsRequest: MessageTypeDefinition<_florin_ledger_v1_GetAccountsRequest, _florin_ledger_v1_GetAccountsRequest__Output>
        GetAccountsResponse: MessageTypeDefinition<_florin_ledger_v1_GetAccountsResponse, _florin_ledger_v1_GetAccountsResponse__Output>
        GetPointsRequest: MessageTypeDefinition<_florin_ledger_v1_GetPointsRequest, _florin_ledger_v1_GetPointsRequest__Output>
        GetPointsResponse: MessageTypeDefinition<_florin_ledger_v1_GetPointsResponse, _florin_ledger_v1_GetPointsResponse__Output>
        GetRatesRequest: MessageTypeDefinition<_florin_ledger_v1_GetRatesRequest, _florin_ledger_v1_GetRatesRequest__Output>
        GetRatesResponse: MessageTypeDefinition<_florin_ledger_v1_GetRatesResponse, _florin_ledger_v1_GetRatesResponse__Output>
        GetTransfersRequest: MessageTypeDefinition<_florin_ledger_v1_GetTransfersRequest, _florin_ledger_v1_GetTransfersRequest__Output>
        GetTransfersResponse: MessageTypeDefinition<_florin_ledger_v1_GetTransfersResponse, _florin_ledger_v1_GetTransfersResponse__Output>
        GrantPointsRequest: MessageTypeDefinition<_florin_ledger_v1_GrantPointsRequest, _florin_ledger_v1_GrantPointsRequest__Output>
        GrantPointsResponse: MessageTypeDefinition<_florin_ledger_v1_GrantPointsResponse, _florin_ledger_v1_GrantPointsResponse__Output>
        LedgerService: SubtypeConstructor<typeof grpc.Client, _florin_ledger_v1_LedgerServiceClient> & { service: _florin_ledger_v1_LedgerServiceDefinition }
        ListPointsHistoryRequest: MessageTypeDefinition<_florin_ledger_v1_ListPointsHistoryRequest, _florin_ledger_v1_ListPointsHistoryRequest__Output>
        ListPointsHistoryResponse: MessageTypeDefinition<_florin_ledger_v1_ListPointsHistoryResponse, _florin_ledger_v1_ListPointsHistoryResponse__Output>
        ListTransfersRequest: MessageTypeDefinition<_florin_ledger_v1_ListTransfersRequest, _florin_ledger_v1_ListTransfersRequest__Output>
        ListTransfersResponse: MessageTypeDefinition<_florin_ledger_v1_ListTransfersResponse, _florin_ledger_v1_ListTransfersResponse__Output>
        Memo: MessageTypeDefinition<_florin_ledger_v1_Memo, _florin_ledger_v1_Memo__Output>
        OpenAccountRequest: MessageTypeDefinition<_florin_ledger_v1_OpenAccountRequest, _florin_ledger_v1_OpenAccountRequest__Output>
        OpenAccountResponse: MessageTypeDefinition<_florin_ledger_v1_OpenAccountResponse, _florin_ledger_v1_OpenAccountResponse__Output>
        Party: MessageTypeDefinition<_florin_ledger_v1_Party, _florin_ledger_v1_Party__Output>
        PayOut: MessageTypeDefinition<_florin_ledger_v1_PayOut, _florin_ledger_v1_PayOut__Output>
        PointsEntry: MessageTypeDefinition<_florin_ledger_v1_PointsEntry, _florin_ledger_v1_PointsEntry__Output>
        PostTransfersRequest: MessageTypeDefinition<_florin_ledger_v1_PostTransfersRequest, _florin_ledger_v1_PostTransfersRequest__Output>
        PostTransfersResponse: MessageTypeDefinition<_florin_ledger_v1_PostTransfersResponse, _florin_ledger_v1_PostTransfersResponse__Output>
        PostedTransfer: MessageTypeDefinition<_florin_ledger_v1_PostedTransfer, _florin_ledger_v1_PostedTransfer__Output>
        ReverseTransferRequest: MessageTypeDefinition<_florin_ledger_v1_ReverseTransferRequest, _florin_ledger_v1_ReverseTransferRequest__Output>
        ReverseTransferResponse: MessageTypeDefinition<_florin_ledger_v1_ReverseTransferResponse, _florin_ledger_v1_ReverseTransferResponse__Output>
        SetCreditLimitRequest: MessageTypeDefinition<_florin_ledger_v1_SetCreditLimitRequest, _florin_ledger_v1_SetCreditLimitRequest__Output>
        SetCreditLimitResponse: MessageTypeDefinition<_florin_ledger_v1_SetCreditLimitResponse, _florin_ledger_v1_SetCreditLimitResponse__Output>
        SpendPointsRequest: MessageTypeDefinition<_florin_ledger_v1_SpendPointsRequest, _florin_ledger_v1_SpendPointsRequest__Output>
        SpendPointsResponse: MessageTypeDefinition<_florin_ledger_v1_SpendPointsResponse, _florin_ledger_v1_SpendPointsResponse__Output>
        Transfer: MessageTypeDefinition<_florin_ledger_v1_Transfer, _florin_ledger_v1_Transfer__Output>
        TransferError: MessageTypeDefinition<_florin_ledger_v1_TransferError, _florin_ledger_v1_TransferError__Output>
        TransferRequest: MessageTypeDefinition<_florin_ledger_v1_TransferRequest, _florin_ledger_v1_TransferRequest__Output>
        TransferResult: MessageTypeDefinition<_florin_ledger_v1_TransferResult, _florin_ledger_v1_TransferResult__Output>
        Withdrawal: MessageTypeDefinition<_florin_ledger_v1_Withdrawal, _florin_ledger_v1_Withdrawal__Output>
      }
    }
  }
}

