import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { Amount as _florin_finance_v1_Amount, Amount__Output as _florin_finance_v1_Amount__Output } from './florin/finance/v1/Amount.ts';
import type { Budget as _florin_finance_v1_Budget, Budget__Output as _florin_finance_v1_Budget__Output } from './florin/finance/v1/Budget.ts';
import type { Category as _florin_finance_v1_Category, Category__Output as _florin_finance_v1_Category__Output } from './florin/finance/v1/Category.ts';
import type { CategorySum as _florin_finance_v1_CategorySum, CategorySum__Output as _florin_finance_v1_CategorySum__Output } from './florin/finance/v1/CategorySum.ts';
import type { CreateBudgetRequest as _florin_finance_v1_CreateBudgetRequest, CreateBudgetRequest__Output as _florin_finance_v1_CreateBudgetRequest__Output } from './florin/finance/v1/CreateBudgetRequest.ts';
import type { CreateBudgetResponse as _florin_finance_v1_CreateBudgetResponse, CreateBudgetResponse__Output as _florin_finance_v1_CreateBudgetResponse__Output } from './florin/finance/v1/CreateBudgetResponse.ts';
import type { CreateCategoryRequest as _florin_finance_v1_CreateCategoryRequest, CreateCategoryRequest__Output as _florin_finance_v1_CreateCategoryRequest__Output } from './florin/finance/v1/CreateCategoryRequest.ts';
import type { CreateCategoryResponse as _florin_finance_v1_CreateCategoryResponse, CreateCategoryResponse__Output as _florin_finance_v1_CreateCategoryResponse__Output } from './florin/finance/v1/CreateCategoryResponse.ts';
import type { CreateTransactionRequest as _florin_finance_v1_CreateTransactionRequest, CreateTransactionRequest__Output as _florin_finance_v1_CreateTransactionRequest__Output } from './florin/finance/v1/CreateTransactionRequest.ts';
import type { CreateTransactionResponse as _florin_finance_v1_CreateTransactionResponse, CreateTransactionResponse__Output as _florin_finance_v1_CreateTransactionResponse__Output } from './florin/finance/v1/CreateTransactionResponse.ts';
import type { CreateWalletRequest as _florin_finance_v1_CreateWalletRequest, CreateWalletRequest__Output as _florin_finance_v1_CreateWalletRequest__Output } from './florin/finance/v1/CreateWalletRequest.ts';
import type { CreateWalletResponse as _florin_finance_v1_CreateWalletResponse, CreateWalletResponse__Output as _florin_finance_v1_CreateWalletResponse__Output } from './florin/finance/v1/CreateWalletResponse.ts';
import type { CurrencySum as _florin_finance_v1_CurrencySum, CurrencySum__Output as _florin_finance_v1_CurrencySum__Output } from './florin/finance/v1/CurrencySum.ts';
import type { DeleteBudgetRequest as _florin_finance_v1_DeleteBudgetRequest, DeleteBudgetRequest__Output as _florin_finance_v1_DeleteBudgetRequest__Output } from './florin/finance/v1/DeleteBudgetRequest.ts';
import type { DeleteBudgetResponse as _florin_finance_v1_DeleteBudgetResponse, DeleteBudgetResponse__Output as _florin_finance_v1_DeleteBudgetResponse__Output } from './florin/finance/v1/DeleteBudgetResponse.ts';
import type { DeleteCategoryRequest as _florin_finance_v1_DeleteCategoryRequest, DeleteCategoryRequest__Output as _florin_finance_v1_DeleteCategoryRequest__Output } from './florin/finance/v1/DeleteCategoryRequest.ts';
import type { DeleteCategoryResponse as _florin_finance_v1_DeleteCategoryResponse, DeleteCategoryResponse__Output as _florin_finance_v1_DeleteCategoryResponse__Output } from './florin/finance/v1/DeleteCategoryResponse.ts';
import type { DeleteTransactionRequest as _florin_finance_v1_DeleteTransactionRequest, DeleteTransactionRequest__Output as _florin_finance_v1_DeleteTransactionRequest__Output } from './florin/finance/v1/DeleteTransactionRequest.ts';
import type { DeleteTransactionResponse as _florin_finance_v1_DeleteTransactionResponse, DeleteTransactionResponse__Output as _florin_finance_v1_DeleteTransactionResponse__Output } from './florin/finance/v1/DeleteTransactionResponse.ts';
import type { DeleteWalletRequest as _florin_finance_v1_DeleteWalletRequest, DeleteWalletRequest__Output as _florin_finance_v1_DeleteWalletRequest__Output } from './florin/finance/v1/DeleteWalletRequest.ts';
import type { DeleteWalletResponse as _florin_finance_v1_DeleteWalletResponse, DeleteWalletResponse__Output as _florin_finance_v1_DeleteWalletResponse__Output } from './florin/finance/v1/DeleteWalletResponse.ts';
import type { FinanceServiceClient as _florin_finance_v1_FinanceServiceClient, FinanceServiceDefinition as _florin_finance_v1_FinanceServiceDefinition } from './florin/finance/v1/FinanceService.ts';
import type { GetBudgetRequest as _florin_finance_v1_GetBudgetRequest, GetBudgetRequest__Output as _florin_finance_v1_GetBudgetRequest__Output } from './florin/finance/v1/GetBudgetRequest.ts';
import type { GetBudgetResponse as _florin_finance_v1_GetBudgetResponse, GetBudgetResponse__Output as _florin_finance_v1_GetBudgetResponse__Output } from './florin/finance/v1/GetBudgetResponse.ts';
import type { GetCategoryRequest as _florin_finance_v1_GetCategoryRequest, GetCategoryRequest__Output as _florin_finance_v1_GetCategoryRequest__Output } from './florin/finance/v1/GetCategoryRequest.ts';
import type { GetCategoryResponse as _florin_finance_v1_GetCategoryResponse, GetCategoryResponse__Output as _florin_finance_v1_GetCategoryResponse__Output } from './florin/finance/v1/GetCategoryResponse.ts';
import type { GetSummaryRequest as _florin_finance_v1_GetSummaryRequest, GetSummaryRequest__Output as _florin_finance_v1_GetSummaryRequest__Output } from './florin/finance/v1/GetSummaryRequest.ts';
import type { GetSummaryResponse as _florin_finance_v1_GetSummaryResponse, GetSummaryResponse__Output as _florin_finance_v1_GetSummaryResponse__Output } from './florin/finance/v1/GetSummaryResponse.ts';
import type { GetTransactionRequest as _florin_finance_v1_GetTransactionRequest, GetTransactionRequest__Output as _florin_finance_v1_GetTransactionRequest__Output } from './florin/finance/v1/GetTransactionRequest.ts';
import type { GetTransactionResponse as _florin_finance_v1_GetTransactionResponse, GetTransactionResponse__Output as _florin_finance_v1_GetTransactionResponse__Output } from './florin/finance/v1/GetTransactionResponse.ts';
import type { GetWalletRequest as _florin_finance_v1_GetWalletRequest, GetWalletRequest__Output as _florin_finance_v1_GetWalletRequest__Output } from './florin/finance/v1/GetWalletRequest.ts';
import type { GetWalletResponse as _florin_finance_v1_GetWalletResponse, GetWalletResponse__Output as _florin_finance_v1_GetWalletResponse__Output } from './florin/finance/v1/GetWalletResponse.ts';
import type { GetWalletSummaryRequest as _florin_finance_v1_GetWalletSummaryRequest, GetWalletSummaryRequest__Output as _florin_finance_v1_GetWalletSummaryRequest__Output } from './florin/finance/v1/GetWalletSummaryRequest.ts';
import type { GetWalletSummaryResponse as _florin_finance_v1_GetWalletSummaryResponse, GetWalletSummaryResponse__Output as _florin_finance_v1_GetWalletSummaryResponse__Output } from './florin/finance/v1/GetWalletSummaryResponse.ts';
import type { ListBudgetsRequest as _florin_finance_v1_ListBudgetsRequest, ListBudgetsRequest__Output as _florin_finance_v1_ListBudgetsRequest__Output } from './florin/finance/v1/ListBudgetsRequest.ts';
import type { ListBudgetsResponse as _florin_finance_v1_ListBudgetsResponse, ListBudgetsResponse__Output as _florin_finance_v1_ListBudgetsResponse__Output } from './florin/finance/v1/ListBudgetsResponse.ts';
import type { ListCategoriesRequest as _florin_finance_v1_ListCategoriesRequest, ListCategoriesRequest__Output as _florin_finance_v1_ListCategoriesRequest__Output } from './florin/finance/v1/ListCategoriesRequest.ts';
import type { ListCategoriesResponse as _florin_finance_v1_ListCategoriesResponse, ListCategoriesResponse__Output as _florin_finance_v1_ListCategoriesResponse__Output } from './florin/finance/v1/ListCategoriesResponse.ts';
import type { ListWalletsRequest as _florin_finance_v1_ListWalletsRequest, ListWalletsRequest__Output as _florin_finance_v1_ListWalletsRequest__Output } from './florin/finance/v1/ListWalletsRequest.ts';
import type { ListWalletsResponse as _florin_finance_v1_ListWalletsResponse, ListWalletsResponse__Output as _florin_finance_v1_ListWalletsResponse__Output } from './florin/finance/v1/ListWalletsResponse.ts';
import type { Query as _florin_finance_v1_Query, Query__Output as _florin_finance_v1_Query__Output } from './florin/finance/v1/Query.ts';
import type { QueryBudgetsRequest as _florin_finance_v1_QueryBudgetsRequest, QueryBudgetsRequest__Output as _florin_finance_v1_QueryBudgetsRequest__Output } from './florin/finance/v1/QueryBudgetsRequest.ts';
import type { QueryBudgetsResponse as _florin_finance_v1_QueryBudgetsResponse, QueryBudgetsResponse__Output as _florin_finance_v1_QueryBudgetsResponse__Output } from './florin/finance/v1/QueryBudgetsResponse.ts';
import type { QueryCategoriesRequest as _florin_finance_v1_QueryCategoriesRequest, QueryCategoriesRequest__Output as _florin_finance_v1_QueryCategoriesRequest__Output } from './florin/finance/v1/QueryCategoriesRequest.ts';
import type { QueryCategoriesResponse as _florin_finance_v1_QueryCategoriesResponse, QueryCategoriesResponse__Output as _florin_finance_v1_QueryCategoriesResponse__Output } from './florin/finance/v1/QueryCategoriesResponse.ts';
import type { QueryTransactionsRequest as _florin_finance_v1_QueryTransactionsRequest, QueryTransactionsRequest__Output as _florin_finance_v1_QueryTransactionsRequest__Output } from './florin/finance/v1/QueryTransactionsRequest.ts';
import type { QueryTransactionsResponse as _florin_finance_v1_QueryTransactionsResponse, QueryTransactionsResponse__Output as _florin_finance_v1_QueryTransactionsResponse__Output } from './florin/finance/v1/QueryTransactionsResponse.ts';
import type { QueryWalletsRequest as _florin_finance_v1_QueryWalletsRequest, QueryWalletsRequest__Output as _florin_finance_v1_QueryWalletsRequest__Output } from './florin/finance/v1/QueryWalletsRequest.ts';
import type { QueryWalletsResponse as _florin_finance_v1_QueryWalletsResponse, QueryWalletsResponse__Output as _florin_finance_v1_QueryWalletsResponse__Output } from './florin/finance/v1/QueryWalletsResponse.ts';
import type { Transaction as _florin_finance_v1_Transaction, Transaction__Output as _florin_finance_v1_Transaction__Output } from './florin/finance/v1/Transaction.ts';
import type { TransferBetweenWalletsRequest as _florin_finance_v1_TransferBetweenWalletsRequest, TransferBetweenWalletsRequest__Output as _florin_finance_v1_TransferBetweenWalletsRequest__Output } from './florin/finance/v1/TransferBetweenWalletsRequest.ts';
import type { TransferBetweenWalletsResponse as _florin_finance_v1_TransferBetweenWalletsResponse, TransferBetweenWalletsResponse__Output as _florin_finance_v1_TransferBetweenWalletsResponse__Output } from './florin/finance/v1/TransferBetweenWalletsResponse.ts';
import type { UpdateBudgetRequest as _florin_finance_v1_UpdateBudgetRequest, UpdateBudgetRequest__Output as _florin_finance_v1_UpdateBudgetRequest__Output } from './florin/finance/v1/UpdateBudgetRequest.ts';
import type { UpdateBudgetResponse as _florin_finance_v1_UpdateBudgetResponse, UpdateBudgetResponse__Output as _florin_finance_v1_UpdateBudgetResponse__Output } from './florin/finance/v1/UpdateBudgetResponse.ts';
import type { UpdateCategoryRequest as _florin_finance_v1_UpdateCategoryRequest, UpdateCategoryRequest__Output as _florin_finance_v1_UpdateCategoryRequest__Output } from './florin/finance/v1/UpdateCategoryRequest.ts';
import type { UpdateCategoryResponse as _florin_finance_v1_UpdateCategoryResponse, UpdateCategoryResponse__Output as _florin_finance_v1_UpdateCategoryResponse__Output } from './florin/finance/v1/UpdateCategoryResponse.ts';
import type { UpdateTransactionRequest as _florin_finance_v1_UpdateTransactionRequest, UpdateTransactionRequest__Output as _florin_finance_v1_UpdateTransactionRequest__Output } from './florin/finance/v1/UpdateTransactionRequest.ts';
import type { UpdateTransactionResponse as _florin_finance_v1_UpdateTransactionResponse, UpdateTransactionResponse__Output as _florin_finance_v1_UpdateTransactionResponse__Output } from './florin/finance/v1/UpdateTransactionResponse.ts';
import type { UpdateWalletRequest as _florin_finance_v1_UpdateWalletRequest, UpdateWalletRequest__Output as _florin_finance_v1_UpdateWalletRequest__Output } from './florin/finance/v1/UpdateWalletRequest.ts';
import type { UpdateWalletResponse as _florin_finance_v1_UpdateWalletResponse, UpdateWalletResponse__Output as _florin_finance_v1_UpdateWalletResponse__Output } from './florin/finance/v1/UpdateWalletResponse.ts';
import type { Wallet as _florin_finance_v1_Wallet, Wallet__Output as _florin_finance_v1_Wallet__Output } from './florin/finance/v1/Wallet.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  florin: {
    finance: {
      v1: {
        Amount: MessageTypeDefinition<_florin_finance_v1_Amount, _florin_finance_v1_Amount__Output>
        Budget: MessageTypeDefinition<_florin_finance_v1_Budget, _florin_finance_v1_Budget__Output>
        Category: MessageTypeDefinition<_florin_finance_v1_Category, _florin_finance_v1_Category__Output>
        CategorySum: MessageTypeDefinition<_florin_finance_v1_CategorySum, _florin_finance_v1_CategorySum__Output>
        CreateBudgetRequest: MessageTypeDefinition<_florin_finance_v1_CreateBudgetRequest, _florin_finance_v1_CreateBudgetRequest__Output>
        CreateBudgetResponse: MessageTypeDefinition<_florin_finance_v1_CreateBudgetResponse, _florin_finance_v1_CreateBudgetResponse__Output>
        CreateCategoryRequest: MessageTypeDefinition<_florin_finance_v1_CreateCategoryRequest, _florin_finance_v1_CreateCategoryRequest__Output>
        CreateCategoryResponse: MessageTypeDefinition<_florin_finance_v1_CreateCategoryResponse, _florin_finance_v1_CreateCategoryResponse__Output>
        CreateTransactionRequest: MessageTypeDefinition<_florin_finance_v1_CreateTransactionRequest, _florin_finance_v1_CreateTransactionRequest__Output>
        CreateTransactionResponse: MessageTypeDefinition<_florin_finance_v1_CreateTransactionResponse, _florin_finance_v1_CreateTransactionResponse__Output>
        CreateWalletRequest: MessageTypeDefinition<_florin_finance_v1_CreateWalletRequest, _florin_finance_v1_CreateWalletRequest__Output>
        CreateWalletResponse: MessageTypeDefinition<_florin_finance_v1_CreateWalletResponse, _florin_finance_v1_CreateWalletResponse__Output>
        CurrencySum: MessageTypeDefinition<_florin_finance_v1_CurrencySum, _florin_finance_v1_CurrencySum__Output>
        DeleteBudgetRequest: MessageTypeDefinition<_florin_finance_v1_DeleteBudgetRequest, _florin_finance_v1_DeleteBudgetRequest__Output>
        DeleteBudgetResponse: MessageTypeDefinition<_florin_finance_v1_DeleteBudgetResponse, _florin_finance_v1_DeleteBudgetResponse__Output>
        DeleteCategoryRequest: MessageTypeDefinition<_florin_finance_v1_DeleteCategoryRequest, _florin_finance_v1_DeleteCategoryRequest__Output>
        DeleteCategoryResponse: MessageTypeDefinition<_florin_finance_v1_DeleteCategoryResponse, _florin_finance_v1_DeleteCategoryResponse__Output>
        DeleteTransactionRequest: MessageTypeDefinition<_florin_finance_v1_DeleteTransactionRequest, _florin_finance_v1_DeleteTransactionRequest__Output>
        DeleteTransactionResponse: MessageTypeDefinition<_florin_finance_v1_DeleteTransactionResponse, _florin_finance_v1_DeleteTransactionResponse__Output>
        DeleteWalletRequest: MessageTypeDefinition<_florin_finance_v1_DeleteWalletRequest, _florin_finance_v1_DeleteWalletRequest__Output>
        DeleteWalletResponse: MessageTypeDefinition<_florin_finance_v1_DeleteWalletResponse, _florin_finance_v1_DeleteWalletResponse__Output>
        FinanceService: SubtypeConstructor<typeof grpc.Client, _florin_finance_v1_FinanceServiceClient> & { service: _florin_finance_v1_FinanceServiceDefinition }
        GetBudgetRequest: MessageTypeDefinition<_florin_finance_v1_GetBudgetRequest, _florin_finance_v1_GetBudgetRequest__Output>
        GetBudgetResponse: MessageTypeDefinition<_florin_finance_v1_GetBudgetResponse, _florin_finance_v1_GetBudgetResponse__Output>
        GetCategoryRequest: MessageTypeDefinition<_florin_finance_v1_GetCategoryRequest, _florin_finance_v1_GetCategoryRequest__Output>
        GetCategoryResponse: MessageTypeDefinition<_florin_finance_v1_GetCategoryResponse, _florin_finance_v1_GetCategoryResponse__Output>
        GetSummaryRequest: MessageTypeDefinition<_florin_finance_v1_GetSummaryRequest, _florin_finance_v1_GetSummaryRequest__Output>
        GetSummaryResponse: MessageTypeDefinition<_florin_finance_v1_GetSummaryResponse, _florin_finance_v1_GetSummaryResponse__Output>
        GetTransactionRequest: MessageTypeDefinition<_florin_finance_v1_GetTransactionRequest, _florin_finance_v1_GetTransactionRequest__Output>
        GetTransactionResponse: MessageTypeDefinition<_florin_finance_v1_GetTransactionResponse, _florin_finance_v1_GetTransactionResponse__Output>
        GetWalletRequest: MessageTypeDefinition<_florin_finance_v1_GetWalletRequest, _florin_finance_v1_GetWalletRequest__Output>
        GetWalletResponse: MessageTypeDefinition<_florin_finance_v1_GetWalletResponse, _florin_finance_v1_GetWalletResponse__Output>
        GetWalletSummaryRequest: MessageTypeDefinition<_florin_finance_v1_GetWalletSummaryRequest, _florin_finance_v1_GetWalletSummaryRequest__Output>
        GetWalletSummaryResponse: MessageTypeDefinition<_florin_finance_v1_GetWalletSummaryResponse, _florin_finance_v1_GetWalletSummaryResponse__Output>
        ListBudgetsRequest: MessageTypeDefinition<_florin_finance_v1_ListBudgetsRequest, _florin_finance_v1_ListBudgetsRequest__Output>
        ListBudgetsResponse: MessageTypeDefinition<_florin_finance_v1_ListBudgetsResponse, _florin_finance_v1_ListBudgetsResponse__Output>
        ListCategoriesRequest: MessageTypeDefinition<_florin_finance_v1_ListCategoriesRequest, _florin_finance_v1_ListCategoriesRequest__Output>
        ListCategoriesResponse: MessageTypeDefinition<_florin_finance_v1_ListCategoriesResponse, _florin_finance_v1_ListCategoriesResponse__Output>
        ListWalletsRequest: MessageTypeDefinition<_florin_finance_v1_ListWalletsRequest, _florin_finance_v1_ListWalletsRequest__Output>
        ListWalletsResponse: MessageTypeDefinition<_florin_finance_v1_ListWalletsResponse, _florin_finance_v1_ListWalletsResponse__Output>
        Query: MessageTypeDefinition<_florin_finance_v1_Query, _florin_finance_v1_Query__Output>
        QueryBudgetsRequest: MessageTypeDefinition<_florin_finance_v1_QueryBudgetsRequest, _florin_finance_v1_QueryBudgetsRequest__Output>
        QueryBudgetsResponse: MessageTypeDefinition<_florin_finance_v1_QueryBudgetsResponse, _florin_finance_v1_QueryBudgetsResponse__Output>
        QueryCategoriesRequest: MessageTypeDefinition<_florin_finance_v1_QueryCategoriesRequest, _florin_finance_v1_QueryCategoriesRequest__Output>
        QueryCategoriesResponse: MessageTypeDefinition<_florin_finance_v1_QueryCategoriesResponse, _florin_finance_v1_QueryCategoriesResponse__Output>
        QueryTransactionsRequest: MessageTypeDefinition<_florin_finance_v1_QueryTransactionsRequest, _florin_finance_v1_QueryTransactionsRequest__Output>
        QueryTransactionsResponse: MessageTypeDefinition<_florin_finance_v1_QueryTransactionsResponse, _florin_finance_v1_QueryTransactionsResponse__Output>
        QueryWalletsRequest: MessageTypeDefinition<_florin_finance_v1_QueryWalletsRequest, _florin_finance_v1_QueryWalletsRequest__Output>
        QueryWalletsResponse: MessageTypeDefinition<_florin_finance_v1_QueryWalletsResponse, _florin_finance_v1_QueryWalletsResponse__Output>
        Transaction: MessageTypeDefinition<_florin_finance_v1_Transaction, _florin_finance_v1_Transaction__Output>
        TransferBetweenWalletsRequest: MessageTypeDefinition<_florin_finance_v1_TransferBetweenWalletsRequest, _florin_finance_v1_TransferBetweenWalletsRequest__Output>
        TransferBetweenWalletsResponse: MessageTypeDefinition<_florin_finance_v1_TransferBetweenWalletsResponse, _florin_finance_v1_TransferBetweenWalletsResponse__Output>
        UpdateBudgetRequest: MessageTypeDefinition<_florin_finance_v1_UpdateBudgetRequest, _florin_finance_v1_UpdateBudgetRequest__Output>
        UpdateBudgetResponse: MessageTypeDefinition<_florin_finance_v1_UpdateBudgetResponse, _florin_finance_v1_UpdateBudgetResponse__Output>
        UpdateCategoryRequest: MessageTypeDefinition<_florin_finance_v1_UpdateCategoryRequest, _florin_finance_v1_UpdateCategoryRequest__Output>
        UpdateCategoryResponse: MessageTypeDefinition<_florin_finance_v1_UpdateCategoryResponse, _florin_finance_v1_UpdateCategoryResponse__Output>
        UpdateTransactionRequest: MessageTypeDefinition<_florin_finance_v1_UpdateTransactionRequest, _florin_finance_v1_UpdateTransactionRequest__Output>
        UpdateTransactionResponse: MessageTypeDefinition<_florin_finance_v1_UpdateTransactionResponse, _florin_finance_v1_UpdateTransactionResponse__Output>
        UpdateWalletRequest: MessageTypeDefinition<_florin_finance_v1_UpdateWalletRequest, _florin_finance_v1_UpdateWalletRequest__Output>
        UpdateWalletResponse: MessageTypeDefinition<_florin_finance_v1_UpdateWalletResponse, _florin_finance_v1_UpdateWalletResponse__Output>
        Wallet: MessageTypeDefinition<_florin_finance_v1_Wallet, _florin_finance_v1_Wallet__Output>
      }
    }
  }
}

