// Original file: florin/finance/v1/finance.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CreateBudgetRequest as _florin_finance_v1_CreateBudgetRequest, CreateBudgetRequest__Output as _florin_finance_v1_CreateBudgetRequest__Output } from '../../../florin/finance/v1/CreateBudgetRequest.ts';
import type { CreateBudgetResponse as _florin_finance_v1_CreateBudgetResponse, CreateBudgetResponse__Output as _florin_finance_v1_CreateBudgetResponse__Output } from '../../../florin/finance/v1/CreateBudgetResponse.ts';
import type { CreateCategoryRequest as _florin_finance_v1_CreateCategoryRequest, CreateCategoryRequest__Output as _florin_finance_v1_CreateCategoryRequest__Output } from '../../../florin/finance/v1/CreateCategoryRequest.ts';
import type { CreateCategoryResponse as _florin_finance_v1_CreateCategoryResponse, CreateCategoryResponse__Output as _florin_finance_v1_CreateCategoryResponse__Output } from '../../../florin/finance/v1/CreateCategoryResponse.ts';
import type { CreateTransactionRequest as _florin_finance_v1_CreateTransactionRequest, CreateTransactionRequest__Output as _florin_finance_v1_CreateTransactionRequest__Output } from '../../../florin/finance/v1/CreateTransactionRequest.ts';
import type { CreateTransactionResponse as _florin_finance_v1_CreateTransactionResponse, CreateTransactionResponse__Output as _florin_finance_v1_CreateTransactionResponse__Output } from '../../../florin/finance/v1/CreateTransactionResponse.ts';
import type { CreateWalletRequest as _florin_finance_v1_CreateWalletRequest, CreateWalletRequest__Output as _florin_finance_v1_CreateWalletRequest__Output } from '../../../florin/finance/v1/CreateWalletRequest.ts';
import type { CreateWalletResponse as _florin_finance_v1_CreateWalletResponse, CreateWalletResponse__Output as _florin_finance_v1_CreateWalletResponse__Output } from '../../../florin/finance/v1/CreateWalletResponse.ts';
import type { DeleteBudgetRequest as _florin_finance_v1_DeleteBudgetRequest, DeleteBudgetRequest__Output as _florin_finance_v1_DeleteBudgetRequest__Output } from '../../../florin/finance/v1/DeleteBudgetRequest.ts';
import type { DeleteBudgetResponse as _florin_finance_v1_DeleteBudgetResponse, DeleteBudgetResponse__Output as _florin_finance_v1_DeleteBudgetResponse__Output } from '../../../florin/finance/v1/DeleteBudgetResponse.ts';
import type { DeleteCategoryRequest as _florin_finance_v1_DeleteCategoryRequest, DeleteCategoryRequest__Output as _florin_finance_v1_DeleteCategoryRequest__Output } from '../../../florin/finance/v1/DeleteCategoryRequest.ts';
import type { DeleteCategoryResponse as _florin_finance_v1_DeleteCategoryResponse, DeleteCategoryResponse__Output as _florin_finance_v1_DeleteCategoryResponse__Output } from '../../../florin/finance/v1/DeleteCategoryResponse.ts';
import type { DeleteTransactionRequest as _florin_finance_v1_DeleteTransactionRequest, DeleteTransactionRequest__Output as _florin_finance_v1_DeleteTransactionRequest__Output } from '../../../florin/finance/v1/DeleteTransactionRequest.ts';
import type { DeleteTransactionResponse as _florin_finance_v1_DeleteTransactionResponse, DeleteTransactionResponse__Output as _florin_finance_v1_DeleteTransactionResponse__Output } from '../../../florin/finance/v1/DeleteTransactionResponse.ts';
import type { DeleteWalletRequest as _florin_finance_v1_DeleteWalletRequest, DeleteWalletRequest__Output as _florin_finance_v1_DeleteWalletRequest__Output } from '../../../florin/finance/v1/DeleteWalletRequest.ts';
import type { DeleteWalletResponse as _florin_finance_v1_DeleteWalletResponse, DeleteWalletResponse__Output as _florin_finance_v1_DeleteWalletResponse__Output } from '../../../florin/finance/v1/DeleteWalletResponse.ts';
import type { GetBudgetRequest as _florin_finance_v1_GetBudgetRequest, GetBudgetRequest__Output as _florin_finance_v1_GetBudgetRequest__Output } from '../../../florin/finance/v1/GetBudgetRequest.ts';
import type { GetBudgetResponse as _florin_finance_v1_GetBudgetResponse, GetBudgetResponse__Output as _florin_finance_v1_GetBudgetResponse__Output } from '../../../florin/finance/v1/GetBudgetResponse.ts';
import type { GetCategoryRequest as _florin_finance_v1_GetCategoryRequest, GetCategoryRequest__Output as _florin_finance_v1_GetCategoryRequest__Output } from '../../../florin/finance/v1/GetCategoryRequest.ts';
import type { GetCategoryResponse as _florin_finance_v1_GetCategoryResponse, GetCategoryResponse__Output as _florin_finance_v1_GetCategoryResponse__Output } from '../../../florin/finance/v1/GetCategoryResponse.ts';
import type { GetSummaryRequest as _florin_finance_v1_GetSummaryRequest, GetSummaryRequest__Output as _florin_finance_v1_GetSummaryRequest__Output } from '../../../florin/finance/v1/GetSummaryRequest.ts';
import type { GetSummaryResponse as _florin_finance_v1_GetSummaryResponse, GetSummaryResponse__Output as _florin_finance_v1_GetSummaryResponse__Output } from '../../../florin/finance/v1/GetSummaryResponse.ts';
import type { GetTransactionRequest as _florin_finance_v1_GetTransactionRequest, GetTransactionRequest__Output as _florin_finance_v1_GetTransactionRequest__Output } from '../../../florin/finance/v1/GetTransactionRequest.ts';
import type { GetTransactionResponse as _florin_finance_v1_GetTransactionResponse, GetTransactionResponse__Output as _florin_finance_v1_GetTransactionResponse__Output } from '../../../florin/finance/v1/GetTransactionResponse.ts';
import type { GetWalletRequest as _florin_finance_v1_GetWalletRequest, GetWalletRequest__Output as _florin_finance_v1_GetWalletRequest__Output } from '../../../florin/finance/v1/GetWalletRequest.ts';
import type { GetWalletResponse as _florin_finance_v1_GetWalletResponse, GetWalletResponse__Output as _florin_finance_v1_GetWalletResponse__Output } from '../../../florin/finance/v1/GetWalletResponse.ts';
import type { GetWalletSummaryRequest as _florin_finance_v1_GetWalletSummaryRequest, GetWalletSummaryRequest__Output as _florin_finance_v1_GetWalletSummaryRequest__Output } from '../../../florin/finance/v1/GetWalletSummaryRequest.ts';
import type { GetWalletSummaryResponse as _florin_finance_v1_GetWalletSummaryResponse, GetWalletSummaryResponse__Output as _florin_finance_v1_GetWalletSummaryResponse__Output } from '../../../florin/finance/v1/GetWalletSummaryResponse.ts';
import type { ListBudgetsRequest as _florin_finance_v1_ListBudgetsRequest, ListBudgetsRequest__Output as _florin_finance_v1_ListBudgetsRequest__Output } from '../../../florin/finance/v1/ListBudgetsRequest.ts';
import type { ListBudgetsResponse as _florin_finance_v1_ListBudgetsResponse, ListBudgetsResponse__Output as _florin_finance_v1_ListBudgetsResponse__Output } from '../../../florin/finance/v1/ListBudgetsResponse.ts';
import type { ListCategoriesRequest as _florin_finance_v1_ListCategoriesRequest, ListCategoriesRequest__Output as _florin_finance_v1_ListCategoriesRequest__Output } from '../../../florin/finance/v1/ListCategoriesRequest.ts';
import type { ListCategoriesResponse as _florin_finance_v1_ListCategoriesResponse, ListCategoriesResponse__Output as _florin_finance_v1_ListCategoriesResponse__Output } from '../../../florin/finance/v1/ListCategoriesResponse.ts';
import type { ListWalletsRequest as _florin_finance_v1_ListWalletsRequest, ListWalletsRequest__Output as _florin_finance_v1_ListWalletsRequest__Output } from '../../../florin/finance/v1/ListWalletsRequest.ts';
import type { ListWalletsResponse as _florin_finance_v1_ListWalletsResponse, ListWalletsResponse__Output as _florin_finance_v1_ListWalletsResponse__Output } from '../../../florin/finance/v1/ListWalletsResponse.ts';
import type { QueryBudgetsRequest as _florin_finance_v1_QueryBudgetsRequest, QueryBudgetsRequest__Output as _florin_finance_v1_QueryBudgetsRequest__Output } from '../../../florin/finance/v1/QueryBudgetsRequest.ts';
import type { QueryBudgetsResponse as _florin_finance_v1_QueryBudgetsResponse, QueryBudgetsResponse__Output as _florin_finance_v1_QueryBudgetsResponse__Output } from '../../../florin/finance/v1/QueryBudgetsResponse.ts';
import type { QueryCategoriesRequest as _florin_finance_v1_QueryCategoriesRequest, QueryCategoriesRequest__Output as _florin_finance_v1_QueryCategoriesRequest__Output } from '../../../florin/finance/v1/QueryCategoriesRequest.ts';
import type { QueryCategoriesResponse as _florin_finance_v1_QueryCategoriesResponse, QueryCategoriesResponse__Output as _florin_finance_v1_QueryCategoriesResponse__Output } from '../../../florin/finance/v1/QueryCategoriesResponse.ts';
import type { QueryTransactionsRequest as _florin_finance_v1_QueryTransactionsRequest, QueryTransactionsRequest__Output as _florin_finance_v1_QueryTransactionsRequest__Output } from '../../../florin/finance/v1/QueryTransactionsRequest.ts';
import type { QueryTransactionsResponse as _florin_finance_v1_QueryTransactionsResponse, QueryTransactionsResponse__Output as _florin_finance_v1_QueryTransactionsResponse__Output } from '../../../florin/finance/v1/QueryTransactionsResponse.ts';
import type { QueryWalletsRequest as _florin_finance_v1_QueryWalletsRequest, QueryWalletsRequest__Output as _florin_finance_v1_QueryWalletsRequest__Output } from '../../../florin/finance/v1/QueryWalletsRequest.ts';
import type { QueryWalletsResponse as _florin_finance_v1_QueryWalletsResponse, QueryWalletsResponse__Output as _florin_finance_v1_QueryWalletsResponse__Output } from '../../../florin/finance/v1/QueryWalletsResponse.ts';
import type { TransferBetweenWalletsRequest as _florin_finance_v1_TransferBetweenWalletsRequest, TransferBetweenWalletsRequest__Output as _florin_finance_v1_TransferBetweenWalletsRequest__Output } from '../../../florin/finance/v1/TransferBetweenWalletsRequest.ts';
import type { TransferBetweenWalletsResponse as _florin_finance_v1_TransferBetweenWalletsResponse, TransferBetweenWalletsResponse__Output as _florin_finance_v1_TransferBetweenWalletsResponse__Output } from '../../../florin/finance/v1/TransferBetweenWalletsResponse.ts';
import type { UpdateBudgetRequest as _florin_finance_v1_UpdateBudgetRequest, UpdateBudgetRequest__Output as _florin_finance_v1_UpdateBudgetRequest__Output } from '../../../florin/finance/v1/UpdateBudgetRequest.ts';
import type { UpdateBudgetResponse as _florin_finance_v1_UpdateBudgetResponse, UpdateBudgetResponse__Output as _florin_finance_v1_UpdateBudgetResponse__Output } from '../../../florin/finance/v1/UpdateBudgetResponse.ts';
import type { UpdateCategoryRequest as _florin_finance_v1_UpdateCategoryRequest, UpdateCategoryRequest__Output as _florin_finance_v1_UpdateCategoryRequest__Output } from '../../../florin/finance/v1/UpdateCategoryRequest.ts';
import type { UpdateCategoryResponse as _florin_finance_v1_UpdateCategoryResponse, UpdateCategoryResponse__Output as _florin_finance_v1_UpdateCategoryResponse__Output } from '../../../florin/finance/v1/UpdateCategoryResponse.ts';
import type { UpdateTransactionRequest as _florin_finance_v1_UpdateTransactionRequest, UpdateTransactionRequest__Output as _florin_finance_v1_UpdateTransactionRequest__Output } from '../../../florin/finance/v1/UpdateTransactionRequest.ts';
import type { UpdateTransactionResponse as _florin_finance_v1_UpdateTransactionResponse, UpdateTransactionResponse__Output as _florin_finance_v1_UpdateTransactionResponse__Output } from '../../../florin/finance/v1/UpdateTransactionResponse.ts';
import type { UpdateWalletRequest as _florin_finance_v1_UpdateWalletRequest, UpdateWalletRequest__Output as _florin_finance_v1_UpdateWalletRequest__Output } from '../../../florin/finance/v1/UpdateWalletRequest.ts';
import type { UpdateWalletResponse as _florin_finance_v1_UpdateWalletResponse, UpdateWalletResponse__Output as _florin_finance_v1_UpdateWalletResponse__Output } from '../../../florin/finance/v1/UpdateWalletResponse.ts';

export interface FinanceServiceClient extends grpc.Client {
  CreateBudget(argument: _florin_finance_v1_CreateBudgetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_CreateBudgetResponse__Output>): grpc.ClientUnaryCall;
  CreateBudget(argument: _florin_finance_v1_CreateBudgetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_CreateBudgetResponse__Output>): grpc.ClientUnaryCall;
  CreateBudget(argument: _florin_finance_v1_CreateBudgetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_CreateBudgetResponse__Output>): grpc.ClientUnaryCall;
  CreateBudget(argument: _florin_finance_v1_CreateBudgetRequest, callback: grpc.requestCallback<_florin_finance_v1_CreateBudgetResponse__Output>): grpc.ClientUnaryCall;
  createBudget(argument: _florin_finance_v1_CreateBudgetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_CreateBudgetResponse__Output>): grpc.ClientUnaryCall;
  createBudget(argument: _florin_finance_v1_CreateBudgetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_CreateBudgetResponse__Output>): grpc.ClientUnaryCall;
  createBudget(argument: _florin_finance_v1_CreateBudgetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_CreateBudgetResponse__Output>): grpc.ClientUnaryCall;
  createBudget(argument: _florin_finance_v1_CreateBudgetRequest, callback: grpc.requestCallback<_florin_finance_v1_CreateBudgetResponse__Output>): grpc.ClientUnaryCall;
  
  CreateCategory(argument: _florin_finance_v1_CreateCategoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_CreateCategoryResponse__Output>): grpc.ClientUnaryCall;
  CreateCategory(argument: _florin_finance_v1_CreateCategoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_CreateCategoryResponse__Output>): grpc.ClientUnaryCall;
  CreateCategory(argument: _florin_finance_v1_CreateCategoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_CreateCategoryResponse__Output>): grpc.ClientUnaryCall;
  CreateCategory(argument: _florin_finance_v1_CreateCategoryRequest, callback: grpc.requestCallback<_florin_finance_v1_CreateCategoryResponse__Output>): grpc.ClientUnaryCall;
  createCategory(argument: _florin_finance_v1_CreateCategoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_CreateCategoryResponse__Output>): grpc.ClientUnaryCall;
  createCategory(argument: _florin_finance_v1_CreateCategoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_CreateCategoryResponse__Output>): grpc.ClientUnaryCall;
  createCategory(argument: _florin_finance_v1_CreateCategoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_CreateCategoryResponse__Output>): grpc.ClientUnaryCall;
  createCategory(argument: _florin_finance_v1_CreateCategoryRequest, callback: grpc.requestCallback<_florin_finance_v1_CreateCategoryResponse__Output>): grpc.ClientUnaryCall;
  
  CreateTransaction(argument: _florin_finance_v1_CreateTransactionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_CreateTransactionResponse__Output>): grpc.ClientUnaryCall;
  CreateTransaction(argument: _florin_finance_v1_CreateTransactionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_CreateTransactionResponse__Output>): grpc.ClientUnaryCall;
  CreateTransaction(argument: _florin_finance_v1_CreateTransactionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_CreateTransactionResponse__Output>): grpc.ClientUnaryCall;
  CreateTransaction(argument: _florin_finance_v1_CreateTransactionRequest, callback: grpc.requestCallback<_florin_finance_v1_CreateTransactionResponse__Output>): grpc.ClientUnaryCall;
  createTransaction(argument: _florin_finance_v1_CreateTransactionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_CreateTransactionResponse__Output>): grpc.ClientUnaryCall;
  createTransaction(argument: _florin_finance_v1_CreateTransactionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_CreateTransactionResponse__Output>): grpc.ClientUnaryCall;
  createTransaction(argument: _florin_finance_v1_CreateTransactionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_CreateTransactionResponse__Output>): grpc.ClientUnaryCall;
  createTransaction(argument: _florin_finance_v1_CreateTransactionRequest, callback: grpc.requestCallback<_florin_finance_v1_CreateTransactionResponse__Output>): grpc.ClientUnaryCall;
  
  CreateWallet(argument: _florin_finance_v1_CreateWalletRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_CreateWalletResponse__Output>): grpc.ClientUnaryCall;
  CreateWallet(argument: _florin_finance_v1_CreateWalletRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_CreateWalletResponse__Output>): grpc.ClientUnaryCall;
  CreateWallet(argument: _florin_finance_v1_CreateWalletRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_CreateWalletResponse__Output>): grpc.ClientUnaryCall;
  CreateWallet(argument: _florin_finance_v1_CreateWalletRequest, callback: grpc.requestCallback<_florin_finance_v1_CreateWalletResponse__Output>): grpc.ClientUnaryCall;
  createWallet(argument: _florin_finance_v1_CreateWalletRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_CreateWalletResponse__Output>): grpc.ClientUnaryCall;
  createWallet(argument: _florin_finance_v1_CreateWalletRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_CreateWalletResponse__Output>): grpc.ClientUnaryCall;
  createWallet(argument: _florin_finance_v1_CreateWalletRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_CreateWalletResponse__Output>): grpc.ClientUnaryCall;
  createWallet(argument: _florin_finance_v1_CreateWalletRequest, callback: grpc.requestCallback<_florin_finance_v1_CreateWalletResponse__Output>): grpc.ClientUnaryCall;
  
  DeleteBudget(argument: _florin_finance_v1_DeleteBudgetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_DeleteBudgetResponse__Output>): grpc.ClientUnaryCall;
  DeleteBudget(argument: _florin_finance_v1_DeleteBudgetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_DeleteBudgetResponse__Output>): grpc.ClientUnaryCall;
  DeleteBudget(argument: _florin_finance_v1_DeleteBudgetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_DeleteBudgetResponse__Output>): grpc.ClientUnaryCall;
  DeleteBudget(argument: _florin_finance_v1_DeleteBudgetRequest, callback: grpc.requestCallback<_florin_finance_v1_DeleteBudgetResponse__Output>): grpc.ClientUnaryCall;
  deleteBudget(argument: _florin_finance_v1_DeleteBudgetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_DeleteBudgetResponse__Output>): grpc.ClientUnaryCall;
  deleteBudget(argument: _florin_finance_v1_DeleteBudgetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_DeleteBudgetResponse__Output>): grpc.ClientUnaryCall;
  deleteBudget(argument: _florin_finance_v1_DeleteBudgetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_DeleteBudgetResponse__Output>): grpc.ClientUnaryCall;
  deleteBudget(argument: _florin_finance_v1_DeleteBudgetRequest, callback: grpc.requestCallback<_florin_finance_v1_DeleteBudgetResponse__Output>): grpc.ClientUnaryCall;
  
  DeleteCategory(argument: _florin_finance_v1_DeleteCategoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_DeleteCategoryResponse__Output>): grpc.ClientUnaryCall;
  DeleteCategory(argument: _florin_finance_v1_DeleteCategoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_DeleteCategoryResponse__Output>): grpc.ClientUnaryCall;
  DeleteCategory(argument: _florin_finance_v1_DeleteCategoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_DeleteCategoryResponse__Output>): grpc.ClientUnaryCall;
  DeleteCategory(argument: _florin_finance_v1_DeleteCategoryRequest, callback: grpc.requestCallback<_florin_finance_v1_DeleteCategoryResponse__Output>): grpc.ClientUnaryCall;
  deleteCategory(argument: _florin_finance_v1_DeleteCategoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_DeleteCategoryResponse__Output>): grpc.ClientUnaryCall;
  deleteCategory(argument: _florin_finance_v1_DeleteCategoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_DeleteCategoryResponse__Output>): grpc.ClientUnaryCall;
  deleteCategory(argument: _florin_finance_v1_DeleteCategoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_DeleteCategoryResponse__Output>): grpc.ClientUnaryCall;
  deleteCategory(argument: _florin_finance_v1_DeleteCategoryRequest, callback: grpc.requestCallback<_florin_finance_v1_DeleteCategoryResponse__Output>): grpc.ClientUnaryCall;
  
  DeleteTransaction(argument: _florin_finance_v1_DeleteTransactionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_DeleteTransactionResponse__Output>): grpc.ClientUnaryCall;
  DeleteTransaction(argument: _florin_finance_v1_DeleteTransactionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_DeleteTransactionResponse__Output>): grpc.ClientUnaryCall;
  DeleteTransaction(argument: _florin_finance_v1_DeleteTransactionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_DeleteTransactionResponse__Output>): grpc.ClientUnaryCall;
  DeleteTransaction(argument: _florin_finance_v1_DeleteTransactionRequest, callback: grpc.requestCallback<_florin_finance_v1_DeleteTransactionResponse__Output>): grpc.ClientUnaryCall;
  deleteTransaction(argument: _florin_finance_v1_DeleteTransactionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_DeleteTransactionResponse__Output>): grpc.ClientUnaryCall;
  deleteTransaction(argument: _florin_finance_v1_DeleteTransactionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_DeleteTransactionResponse__Output>): grpc.ClientUnaryCall;
  deleteTransaction(argument: _florin_finance_v1_DeleteTransactionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_DeleteTransactionResponse__Output>): grpc.ClientUnaryCall;
  deleteTransaction(argument: _florin_finance_v1_DeleteTransactionRequest, callback: grpc.requestCallback<_florin_finance_v1_DeleteTransactionResponse__Output>): grpc.ClientUnaryCall;
  
  DeleteWallet(argument: _florin_finance_v1_DeleteWalletRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_DeleteWalletResponse__Output>): grpc.ClientUnaryCall;
  DeleteWallet(argument: _florin_finance_v1_DeleteWalletRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_DeleteWalletResponse__Output>): grpc.ClientUnaryCall;
  DeleteWallet(argument: _florin_finance_v1_DeleteWalletRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_DeleteWalletResponse__Output>): grpc.ClientUnaryCall;
  DeleteWallet(argument: _florin_finance_v1_DeleteWalletRequest, callback: grpc.requestCallback<_florin_finance_v1_DeleteWalletResponse__Output>): grpc.ClientUnaryCall;
  deleteWallet(argument: _florin_finance_v1_DeleteWalletRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_DeleteWalletResponse__Output>): grpc.ClientUnaryCall;
  deleteWallet(argument: _florin_finance_v1_DeleteWalletRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_DeleteWalletResponse__Output>): grpc.ClientUnaryCall;
  deleteWallet(argument: _florin_finance_v1_DeleteWalletRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_DeleteWalletResponse__Output>): grpc.ClientUnaryCall;
  deleteWallet(argument: _florin_finance_v1_DeleteWalletRequest, callback: grpc.requestCallback<_florin_finance_v1_DeleteWalletResponse__Output>): grpc.ClientUnaryCall;
  
  GetBudget(argument: _florin_finance_v1_GetBudgetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetBudgetResponse__Output>): grpc.ClientUnaryCall;
  GetBudget(argument: _florin_finance_v1_GetBudgetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_GetBudgetResponse__Output>): grpc.ClientUnaryCall;
  GetBudget(argument: _florin_finance_v1_GetBudgetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetBudgetResponse__Output>): grpc.ClientUnaryCall;
  GetBudget(argument: _florin_finance_v1_GetBudgetRequest, callback: grpc.requestCallback<_florin_finance_v1_GetBudgetResponse__Output>): grpc.ClientUnaryCall;
  getBudget(argument: _florin_finance_v1_GetBudgetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetBudgetResponse__Output>): grpc.ClientUnaryCall;
  getBudget(argument: _florin_finance_v1_GetBudgetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_GetBudgetResponse__Output>): grpc.ClientUnaryCall;
  getBudget(argument: _florin_finance_v1_GetBudgetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetBudgetResponse__Output>): grpc.ClientUnaryCall;
  getBudget(argument: _florin_finance_v1_GetBudgetRequest, callback: grpc.requestCallback<_florin_finance_v1_GetBudgetResponse__Output>): grpc.ClientUnaryCall;
  
  GetCategory(argument: _florin_finance_v1_GetCategoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetCategoryResponse__Output>): grpc.ClientUnaryCall;
  GetCategory(argument: _florin_finance_v1_GetCategoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_GetCategoryResponse__Output>): grpc.ClientUnaryCall;
  GetCategory(argument: _florin_finance_v1_GetCategoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetCategoryResponse__Output>): grpc.ClientUnaryCall;
  GetCategory(argument: _florin_finance_v1_GetCategoryRequest, callback: grpc.requestCallback<_florin_finance_v1_GetCategoryResponse__Output>): grpc.ClientUnaryCall;
  getCategory(argument: _florin_finance_v1_GetCategoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetCategoryResponse__Output>): grpc.ClientUnaryCall;
  getCategory(argument: _florin_finance_v1_GetCategoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_GetCategoryResponse__Output>): grpc.ClientUnaryCall;
  getCategory(argument: _florin_finance_v1_GetCategoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetCategoryResponse__Output>): grpc.ClientUnaryCall;
  getCategory(argument: _florin_finance_v1_GetCategoryRequest, callback: grpc.requestCallback<_florin_finance_v1_GetCategoryResponse__Output>): grpc.ClientUnaryCall;
  
  GetSummary(argument: _florin_finance_v1_GetSummaryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetSummaryResponse__Output>): grpc.ClientUnaryCall;
  GetSummary(argument: _florin_finance_v1_GetSummaryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_GetSummaryResponse__Output>): grpc.ClientUnaryCall;
  GetSummary(argument: _florin_finance_v1_GetSummaryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetSummaryResponse__Output>): grpc.ClientUnaryCall;
  GetSummary(argument: _florin_finance_v1_GetSummaryRequest, callback: grpc.requestCallback<_florin_finance_v1_GetSummaryResponse__Output>): grpc.ClientUnaryCall;
  getSummary(argument: _florin_finance_v1_GetSummaryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetSummaryResponse__Output>): grpc.ClientUnaryCall;
  getSummary(argument: _florin_finance_v1_GetSummaryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_GetSummaryResponse__Output>): grpc.ClientUnaryCall;
  getSummary(argument: _florin_finance_v1_GetSummaryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetSummaryResponse__Output>): grpc.ClientUnaryCall;
  getSummary(argument: _florin_finance_v1_GetSummaryRequest, callback: grpc.requestCallback<_florin_finance_v1_GetSummaryResponse__Output>): grpc.ClientUnaryCall;
  
  GetTransaction(argument: _florin_finance_v1_GetTransactionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetTransactionResponse__Output>): grpc.ClientUnaryCall;
  GetTransaction(argument: _florin_finance_v1_GetTransactionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_GetTransactionResponse__Output>): grpc.ClientUnaryCall;
  GetTransaction(argument: _florin_finance_v1_GetTransactionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetTransactionResponse__Output>): grpc.ClientUnaryCall;
  GetTransaction(argument: _florin_finance_v1_GetTransactionRequest, callback: grpc.requestCallback<_florin_finance_v1_GetTransactionResponse__Output>): grpc.ClientUnaryCall;
  getTransaction(argument: _florin_finance_v1_GetTransactionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetTransactionResponse__Output>): grpc.ClientUnaryCall;
  getTransaction(argument: _florin_finance_v1_GetTransactionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_GetTransactionResponse__Output>): grpc.ClientUnaryCall;
  getTransaction(argument: _florin_finance_v1_GetTransactionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetTransactionResponse__Output>): grpc.ClientUnaryCall;
  getTransaction(argument: _florin_finance_v1_GetTransactionRequest, callback: grpc.requestCallback<_florin_finance_v1_GetTransactionResponse__Output>): grpc.ClientUnaryCall;
  
  GetWallet(argument: _florin_finance_v1_GetWalletRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetWalletResponse__Output>): grpc.ClientUnaryCall;
  GetWallet(argument: _florin_finance_v1_GetWalletRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_GetWalletResponse__Output>): grpc.ClientUnaryCall;
  GetWallet(argument: _florin_finance_v1_GetWalletRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetWalletResponse__Output>): grpc.ClientUnaryCall;
  GetWallet(argument: _florin_finance_v1_GetWalletRequest, callback: grpc.requestCallback<_florin_finance_v1_GetWalletResponse__Output>): grpc.ClientUnaryCall;
  getWallet(argument: _florin_finance_v1_GetWalletRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetWalletResponse__Output>): grpc.ClientUnaryCall;
  getWallet(argument: _florin_finance_v1_GetWalletRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_GetWalletResponse__Output>): grpc.ClientUnaryCall;
  getWallet(argument: _florin_finance_v1_GetWalletRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetWalletResponse__Output>): grpc.ClientUnaryCall;
  getWallet(argument: _florin_finance_v1_GetWalletRequest, callback: grpc.requestCallback<_florin_finance_v1_GetWalletResponse__Output>): grpc.ClientUnaryCall;
  
  GetWalletSummary(argument: _florin_finance_v1_GetWalletSummaryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetWalletSummaryResponse__Output>): grpc.ClientUnaryCall;
  GetWalletSummary(argument: _florin_finance_v1_GetWalletSummaryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_GetWalletSummaryResponse__Output>): grpc.ClientUnaryCall;
  GetWalletSummary(argument: _florin_finance_v1_GetWalletSummaryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetWalletSummaryResponse__Output>): grpc.ClientUnaryCall;
  GetWalletSummary(argument: _florin_finance_v1_GetWalletSummaryRequest, callback: grpc.requestCallback<_florin_finance_v1_GetWalletSummaryResponse__Output>): grpc.ClientUnaryCall;
  getWalletSummary(argument: _florin_finance_v1_GetWalletSummaryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetWalletSummaryResponse__Output>): grpc.ClientUnaryCall;
  getWalletSummary(argument: _florin_finance_v1_GetWalletSummaryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_GetWalletSummaryResponse__Output>): grpc.ClientUnaryCall;
  getWalletSummary(argument: _florin_finance_v1_GetWalletSummaryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_GetWalletSummaryResponse__Output>): grpc.ClientUnaryCall;
  getWalletSummary(argument: _florin_finance_v1_GetWalletSummaryRequest, callback: grpc.requestCallback<_florin_finance_v1_GetWalletSummaryResponse__Output>): grpc.ClientUnaryCall;
  
  ListBudgets(argument: _florin_finance_v1_ListBudgetsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_ListBudgetsResponse__Output>): grpc.ClientUnaryCall;
  ListBudgets(argument: _florin_finance_v1_ListBudgetsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_ListBudgetsResponse__Output>): grpc.ClientUnaryCall;
  ListBudgets(argument: _florin_finance_v1_ListBudgetsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_ListBudgetsResponse__Output>): grpc.ClientUnaryCall;
  ListBudgets(argument: _florin_finance_v1_ListBudgetsRequest, callback: grpc.requestCallback<_florin_finance_v1_ListBudgetsResponse__Output>): grpc.ClientUnaryCall;
  listBudgets(argument: _florin_finance_v1_ListBudgetsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_ListBudgetsResponse__Output>): grpc.ClientUnaryCall;
  listBudgets(argument: _florin_finance_v1_ListBudgetsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_ListBudgetsResponse__Output>): grpc.ClientUnaryCall;
  listBudgets(argument: _florin_finance_v1_ListBudgetsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_ListBudgetsResponse__Output>): grpc.ClientUnaryCall;
  listBudgets(argument: _florin_finance_v1_ListBudgetsRequest, callback: grpc.requestCallback<_florin_finance_v1_ListBudgetsResponse__Output>): grpc.ClientUnaryCall;
  
  ListCategories(argument: _florin_finance_v1_ListCategoriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_ListCategoriesResponse__Output>): grpc.ClientUnaryCall;
  ListCategories(argument: _florin_finance_v1_ListCategoriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_ListCategoriesResponse__Output>): grpc.ClientUnaryCall;
  ListCategories(argument: _florin_finance_v1_ListCategoriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_ListCategoriesResponse__Output>): grpc.ClientUnaryCall;
  ListCategories(argument: _florin_finance_v1_ListCategoriesRequest, callback: grpc.requestCallback<_florin_finance_v1_ListCategoriesResponse__Output>): grpc.ClientUnaryCall;
  listCategories(argument: _florin_finance_v1_ListCategoriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_ListCategoriesResponse__Output>): grpc.ClientUnaryCall;
  listCategories(argument: _florin_finance_v1_ListCategoriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_ListCategoriesResponse__Output>): grpc.ClientUnaryCall;
  listCategories(argument: _florin_finance_v1_ListCategoriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_ListCategoriesResponse__Output>): grpc.ClientUnaryCall;
  listCategories(argument: _florin_finance_v1_ListCategoriesRequest, callback: grpc.requestCallback<_florin_finance_v1_ListCategoriesResponse__Output>): grpc.ClientUnaryCall;
  
  ListWallets(argument: _florin_finance_v1_ListWalletsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_ListWalletsResponse__Output>): grpc.ClientUnaryCall;
  ListWallets(argument: _florin_finance_v1_ListWalletsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_ListWalletsResponse__Output>): grpc.ClientUnaryCall;
  ListWallets(argument: _florin_finance_v1_ListWalletsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_ListWalletsResponse__Output>): grpc.ClientUnaryCall;
  ListWallets(argument: _florin_finance_v1_ListWalletsRequest, callback: grpc.requestCallback<_florin_finance_v1_ListWalletsResponse__Output>): grpc.ClientUnaryCall;
  listWallets(argument: _florin_finance_v1_ListWalletsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_ListWalletsResponse__Output>): grpc.ClientUnaryCall;
  listWallets(argument: _florin_finance_v1_ListWalletsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_ListWalletsResponse__Output>): grpc.ClientUnaryCall;
  listWallets(argument: _florin_finance_v1_ListWalletsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_ListWalletsResponse__Output>): grpc.ClientUnaryCall;
  listWallets(argument: _florin_finance_v1_ListWalletsRequest, callback: grpc.requestCallback<_florin_finance_v1_ListWalletsResponse__Output>): grpc.ClientUnaryCall;
  
  QueryBudgets(argument: _florin_finance_v1_QueryBudgetsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_QueryBudgetsResponse__Output>): grpc.ClientUnaryCall;
  QueryBudgets(argument: _florin_finance_v1_QueryBudgetsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_QueryBudgetsResponse__Output>): grpc.ClientUnaryCall;
  QueryBudgets(argument: _florin_finance_v1_QueryBudgetsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_QueryBudgetsResponse__Output>): grpc.ClientUnaryCall;
  QueryBudgets(argument: _florin_finance_v1_QueryBudgetsRequest, callback: grpc.requestCallback<_florin_finance_v1_QueryBudgetsResponse__Output>): grpc.ClientUnaryCall;
  queryBudgets(argument: _florin_finance_v1_QueryBudgetsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_QueryBudgetsResponse__Output>): grpc.ClientUnaryCall;
  queryBudgets(argument: _florin_finance_v1_QueryBudgetsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_QueryBudgetsResponse__Output>): grpc.ClientUnaryCall;
  queryBudgets(argument: _florin_finance_v1_QueryBudgetsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_QueryBudgetsResponse__Output>): grpc.ClientUnaryCall;
  queryBudgets(argument: _florin_finance_v1_QueryBudgetsRequest, callback: grpc.requestCallback<_florin_finance_v1_QueryBudgetsResponse__Output>): grpc.ClientUnaryCall;
  
  QueryCategories(argument: _florin_finance_v1_QueryCategoriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_QueryCategoriesResponse__Output>): grpc.ClientUnaryCall;
  QueryCategories(argument: _florin_finance_v1_QueryCategoriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_QueryCategoriesResponse__Output>): grpc.ClientUnaryCall;
  QueryCategories(argument: _florin_finance_v1_QueryCategoriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_QueryCategoriesResponse__Output>): grpc.ClientUnaryCall;
  QueryCategories(argument: _florin_finance_v1_QueryCategoriesRequest, callback: grpc.requestCallback<_florin_finance_v1_QueryCategoriesResponse__Output>): grpc.ClientUnaryCall;
  queryCategories(argument: _florin_finance_v1_QueryCategoriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_QueryCategoriesResponse__Output>): grpc.ClientUnaryCall;
  queryCategories(argument: _florin_finance_v1_QueryCategoriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_QueryCategoriesResponse__Output>): grpc.ClientUnaryCall;
  queryCategories(argument: _florin_finance_v1_QueryCategoriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_QueryCategoriesResponse__Output>): grpc.ClientUnaryCall;
  queryCategories(argument: _florin_finance_v1_QueryCategoriesRequest, callback: grpc.requestCallback<_florin_finance_v1_QueryCategoriesResponse__Output>): grpc.ClientUnaryCall;
  
  QueryTransactions(argument: _florin_finance_v1_QueryTransactionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_QueryTransactionsResponse__Output>): grpc.ClientUnaryCall;
  QueryTransactions(argument: _florin_finance_v1_QueryTransactionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_QueryTransactionsResponse__Output>): grpc.ClientUnaryCall;
  QueryTransactions(argument: _florin_finance_v1_QueryTransactionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_QueryTransactionsResponse__Output>): grpc.ClientUnaryCall;
  QueryTransactions(argument: _florin_finance_v1_QueryTransactionsRequest, callback: grpc.requestCallback<_florin_finance_v1_QueryTransactionsResponse__Output>): grpc.ClientUnaryCall;
  queryTransactions(argument: _florin_finance_v1_QueryTransactionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_QueryTransactionsResponse__Output>): grpc.ClientUnaryCall;
  queryTransactions(argument: _florin_finance_v1_QueryTransactionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_QueryTransactionsResponse__Output>): grpc.ClientUnaryCall;
  queryTransactions(argument: _florin_finance_v1_QueryTransactionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_QueryTransactionsResponse__Output>): grpc.ClientUnaryCall;
  queryTransactions(argument: _florin_finance_v1_QueryTransactionsRequest, callback: grpc.requestCallback<_florin_finance_v1_QueryTransactionsResponse__Output>): grpc.ClientUnaryCall;
  
  QueryWallets(argument: _florin_finance_v1_QueryWalletsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_QueryWalletsResponse__Output>): grpc.ClientUnaryCall;
  QueryWallets(argument: _florin_finance_v1_QueryWalletsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_QueryWalletsResponse__Output>): grpc.ClientUnaryCall;
  QueryWallets(argument: _florin_finance_v1_QueryWalletsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_QueryWalletsResponse__Output>): grpc.ClientUnaryCall;
  QueryWallets(argument: _florin_finance_v1_QueryWalletsRequest, callback: grpc.requestCallback<_florin_finance_v1_QueryWalletsResponse__Output>): grpc.ClientUnaryCall;
  queryWallets(argument: _florin_finance_v1_QueryWalletsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_QueryWalletsResponse__Output>): grpc.ClientUnaryCall;
  queryWallets(argument: _florin_finance_v1_QueryWalletsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_QueryWalletsResponse__Output>): grpc.ClientUnaryCall;
  queryWallets(argument: _florin_finance_v1_QueryWalletsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_QueryWalletsResponse__Output>): grpc.ClientUnaryCall;
  queryWallets(argument: _florin_finance_v1_QueryWalletsRequest, callback: grpc.requestCallback<_florin_finance_v1_QueryWalletsResponse__Output>): grpc.ClientUnaryCall;
  
  TransferBetweenWallets(argument: _florin_finance_v1_TransferBetweenWalletsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_TransferBetweenWalletsResponse__Output>): grpc.ClientUnaryCall;
  TransferBetweenWallets(argument: _florin_finance_v1_TransferBetweenWalletsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_TransferBetweenWalletsResponse__Output>): grpc.ClientUnaryCall;
  TransferBetweenWallets(argument: _florin_finance_v1_TransferBetweenWalletsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_TransferBetweenWalletsResponse__Output>): grpc.ClientUnaryCall;
  TransferBetweenWallets(argument: _florin_finance_v1_TransferBetweenWalletsRequest, callback: grpc.requestCallback<_florin_finance_v1_TransferBetweenWalletsResponse__Output>): grpc.ClientUnaryCall;
  transferBetweenWallets(argument: _florin_finance_v1_TransferBetweenWalletsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_TransferBetweenWalletsResponse__Output>): grpc.ClientUnaryCall;
  transferBetweenWallets(argument: _florin_finance_v1_TransferBetweenWalletsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_TransferBetweenWalletsResponse__Output>): grpc.ClientUnaryCall;
  transferBetweenWallets(argument: _florin_finance_v1_TransferBetweenWalletsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_TransferBetweenWalletsResponse__Output>): grpc.ClientUnaryCall;
  transferBetweenWallets(argument: _florin_finance_v1_TransferBetweenWalletsRequest, callback: grpc.requestCallback<_florin_finance_v1_TransferBetweenWalletsResponse__Output>): grpc.ClientUnaryCall;
  
  UpdateBudget(argument: _florin_finance_v1_UpdateBudgetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_UpdateBudgetResponse__Output>): grpc.ClientUnaryCall;
  UpdateBudget(argument: _florin_finance_v1_UpdateBudgetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_UpdateBudgetResponse__Output>): grpc.ClientUnaryCall;
  UpdateBudget(argument: _florin_finance_v1_UpdateBudgetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_UpdateBudgetResponse__Output>): grpc.ClientUnaryCall;
  UpdateBudget(argument: _florin_finance_v1_UpdateBudgetRequest, callback: grpc.requestCallback<_florin_finance_v1_UpdateBudgetResponse__Output>): grpc.ClientUnaryCall;
  updateBudget(argument: _florin_finance_v1_UpdateBudgetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_UpdateBudgetResponse__Output>): grpc.ClientUnaryCall;
  updateBudget(argument: _florin_finance_v1_UpdateBudgetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_UpdateBudgetResponse__Output>): grpc.ClientUnaryCall;
  updateBudget(argument: _florin_finance_v1_UpdateBudgetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_UpdateBudgetResponse__Output>): grpc.ClientUnaryCall;
  updateBudget(argument: _florin_finance_v1_UpdateBudgetRequest, callback: grpc.requestCallback<_florin_finance_v1_UpdateBudgetResponse__Output>): grpc.ClientUnaryCall;
  
  UpdateCategory(argument: _florin_finance_v1_UpdateCategoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_UpdateCategoryResponse__Output>): grpc.ClientUnaryCall;
  UpdateCategory(argument: _florin_finance_v1_UpdateCategoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_UpdateCategoryResponse__Output>): grpc.ClientUnaryCall;
  UpdateCategory(argument: _florin_finance_v1_UpdateCategoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_UpdateCategoryResponse__Output>): grpc.ClientUnaryCall;
  UpdateCategory(argument: _florin_finance_v1_UpdateCategoryRequest, callback: grpc.requestCallback<_florin_finance_v1_UpdateCategoryResponse__Output>): grpc.ClientUnaryCall;
  updateCategory(argument: _florin_finance_v1_UpdateCategoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_UpdateCategoryResponse__Output>): grpc.ClientUnaryCall;
  updateCategory(argument: _florin_finance_v1_UpdateCategoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_UpdateCategoryResponse__Output>): grpc.ClientUnaryCall;
  updateCategory(argument: _florin_finance_v1_UpdateCategoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_UpdateCategoryResponse__Output>): grpc.ClientUnaryCall;
  updateCategory(argument: _florin_finance_v1_UpdateCategoryRequest, callback: grpc.requestCallback<_florin_finance_v1_UpdateCategoryResponse__Output>): grpc.ClientUnaryCall;
  
  UpdateTransaction(argument: _florin_finance_v1_UpdateTransactionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_UpdateTransactionResponse__Output>): grpc.ClientUnaryCall;
  UpdateTransaction(argument: _florin_finance_v1_UpdateTransactionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_UpdateTransactionResponse__Output>): grpc.ClientUnaryCall;
  UpdateTransaction(argument: _florin_finance_v1_UpdateTransactionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_UpdateTransactionResponse__Output>): grpc.ClientUnaryCall;
  UpdateTransaction(argument: _florin_finance_v1_UpdateTransactionRequest, callback: grpc.requestCallback<_florin_finance_v1_UpdateTransactionResponse__Output>): grpc.ClientUnaryCall;
  updateTransaction(argument: _florin_finance_v1_UpdateTransactionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_UpdateTransactionResponse__Output>): grpc.ClientUnaryCall;
  updateTransaction(argument: _florin_finance_v1_UpdateTransactionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_UpdateTransactionResponse__Output>): grpc.ClientUnaryCall;
  updateTransaction(argument: _florin_finance_v1_UpdateTransactionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_UpdateTransactionResponse__Output>): grpc.ClientUnaryCall;
  updateTransaction(argument: _florin_finance_v1_UpdateTransactionRequest, callback: grpc.requestCallback<_florin_finance_v1_UpdateTransactionResponse__Output>): grpc.ClientUnaryCall;
  
  UpdateWallet(argument: _florin_finance_v1_UpdateWalletRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_UpdateWalletResponse__Output>): grpc.ClientUnaryCall;
  UpdateWallet(argument: _florin_finance_v1_UpdateWalletRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_UpdateWalletResponse__Output>): grpc.ClientUnaryCall;
  UpdateWallet(argument: _florin_finance_v1_UpdateWalletRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_UpdateWalletResponse__Output>): grpc.ClientUnaryCall;
  UpdateWallet(argument: _florin_finance_v1_UpdateWalletRequest, callback: grpc.requestCallback<_florin_finance_v1_UpdateWalletResponse__Output>): grpc.ClientUnaryCall;
  updateWallet(argument: _florin_finance_v1_UpdateWalletRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_UpdateWalletResponse__Output>): grpc.ClientUnaryCall;
  updateWallet(argument: _florin_finance_v1_UpdateWalletRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_finance_v1_UpdateWalletResponse__Output>): grpc.ClientUnaryCall;
  updateWallet(argument: _florin_finance_v1_UpdateWalletRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_finance_v1_UpdateWalletResponse__Output>): grpc.ClientUnaryCall;
  updateWallet(argument: _florin_finance_v1_UpdateWalletRequest, callback: grpc.requestCallback<_florin_finance_v1_UpdateWalletResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface FinanceServiceHandlers extends grpc.UntypedServiceImplementation {
  CreateBudget: grpc.handleUnaryCall<_florin_finance_v1_CreateBudgetRequest__Output, _florin_finance_v1_CreateBudgetResponse>;
  
  CreateCategory: grpc.handleUnaryCall<_florin_finance_v1_CreateCategoryRequest__Output, _florin_finance_v1_CreateCategoryResponse>;
  
  CreateTransaction: grpc.handleUnaryCall<_florin_finance_v1_CreateTransactionRequest__Output, _florin_finance_v1_CreateTransactionResponse>;
  
  CreateWallet: grpc.handleUnaryCall<_florin_finance_v1_CreateWalletRequest__Output, _florin_finance_v1_CreateWalletResponse>;
  
  DeleteBudget: grpc.handleUnaryCall<_florin_finance_v1_DeleteBudgetRequest__Output, _florin_finance_v1_DeleteBudgetResponse>;
  
  DeleteCategory: grpc.handleUnaryCall<_florin_finance_v1_DeleteCategoryRequest__Output, _florin_finance_v1_DeleteCategoryResponse>;
  
  DeleteTransaction: grpc.handleUnaryCall<_florin_finance_v1_DeleteTransactionRequest__Output, _florin_finance_v1_DeleteTransactionResponse>;
  
  DeleteWallet: grpc.handleUnaryCall<_florin_finance_v1_DeleteWalletRequest__Output, _florin_finance_v1_DeleteWalletResponse>;
  
  GetBudget: grpc.handleUnaryCall<_florin_finance_v1_GetBudgetRequest__Output, _florin_finance_v1_GetBudgetResponse>;
  
  GetCategory: grpc.handleUnaryCall<_florin_finance_v1_GetCategoryRequest__Output, _florin_finance_v1_GetCategoryResponse>;
  
  GetSummary: grpc.handleUnaryCall<_florin_finance_v1_GetSummaryRequest__Output, _florin_finance_v1_GetSummaryResponse>;
  
  GetTransaction: grpc.handleUnaryCall<_florin_finance_v1_GetTransactionRequest__Output, _florin_finance_v1_GetTransactionResponse>;
  
  GetWallet: grpc.handleUnaryCall<_florin_finance_v1_GetWalletRequest__Output, _florin_finance_v1_GetWalletResponse>;
  
  GetWalletSummary: grpc.handleUnaryCall<_florin_finance_v1_GetWalletSummaryRequest__Output, _florin_finance_v1_GetWalletSummaryResponse>;
  
  ListBudgets: grpc.handleUnaryCall<_florin_finance_v1_ListBudgetsRequest__Output, _florin_finance_v1_ListBudgetsResponse>;
  
  ListCategories: grpc.handleUnaryCall<_florin_finance_v1_ListCategoriesRequest__Output, _florin_finance_v1_ListCategoriesResponse>;
  
  ListWallets: grpc.handleUnaryCall<_florin_finance_v1_ListWalletsRequest__Output, _florin_finance_v1_ListWalletsResponse>;
  
  QueryBudgets: grpc.handleUnaryCall<_florin_finance_v1_QueryBudgetsRequest__Output, _florin_finance_v1_QueryBudgetsResponse>;
  
  QueryCategories: grpc.handleUnaryCall<_florin_finance_v1_QueryCategoriesRequest__Output, _florin_finance_v1_QueryCategoriesResponse>;
  
  QueryTransactions: grpc.handleUnaryCall<_florin_finance_v1_QueryTransactionsRequest__Output, _florin_finance_v1_QueryTransactionsResponse>;
  
  QueryWallets: grpc.handleUnaryCall<_florin_finance_v1_QueryWalletsRequest__Output, _florin_finance_v1_QueryWalletsResponse>;
  
  TransferBetweenWallets: grpc.handleUnaryCall<_florin_finance_v1_TransferBetweenWalletsRequest__Output, _florin_finance_v1_TransferBetweenWalletsResponse>;
  
  UpdateBudget: grpc.handleUnaryCall<_florin_finance_v1_UpdateBudgetRequest__Output, _florin_finance_v1_UpdateBudgetResponse>;
  
  UpdateCategory: grpc.handleUnaryCall<_florin_finance_v1_UpdateCategoryRequest__Output, _florin_finance_v1_UpdateCategoryResponse>;
  
  UpdateTransaction: grpc.handleUnaryCall<_florin_finance_v1_UpdateTransactionRequest__Output, _florin_finance_v1_UpdateTransactionResponse>;
  
  UpdateWallet: grpc.handleUnaryCall<_florin_finance_v1_UpdateWalletRequest__Output, _florin_finance_v1_UpdateWalletResponse>;
  
}

export interface FinanceServiceDefinition extends grpc.ServiceDefinition {
  CreateBudget: MethodDefinition<_florin_finance_v1_CreateBudgetRequest, _florin_finance_v1_CreateBudgetResponse, _florin_finance_v1_CreateBudgetRequest__Output, _florin_finance_v1_CreateBudgetResponse__Output>
  CreateCategory: MethodDefinition<_florin_finance_v1_CreateCategoryRequest, _florin_finance_v1_CreateCategoryResponse, _florin_finance_v1_CreateCategoryRequest__Output, _florin_finance_v1_CreateCategoryResponse__Output>
  CreateTransaction: MethodDefinition<_florin_finance_v1_CreateTransactionRequest, _florin_finance_v1_CreateTransactionResponse, _florin_finance_v1_CreateTransactionRequest__Output, _florin_finance_v1_CreateTransactionResponse__Output>
  CreateWallet: MethodDefinition<_florin_finance_v1_CreateWalletRequest, _florin_finance_v1_CreateWalletResponse, _florin_finance_v1_CreateWalletRequest__Output, _florin_finance_v1_CreateWalletResponse__Output>
  DeleteBudget: MethodDefinition<_florin_finance_v1_DeleteBudgetRequest, _florin_finance_v1_DeleteBudgetResponse, _florin_finance_v1_DeleteBudgetRequest__Output, _florin_finance_v1_DeleteBudgetResponse__Output>
  DeleteCategory: MethodDefinition<_florin_finance_v1_DeleteCategoryRequest, _florin_finance_v1_DeleteCategoryResponse, _florin_finance_v1_DeleteCategoryRequest__Output, _florin_finance_v1_DeleteCategoryResponse__Output>
  DeleteTransaction: MethodDefinition<_florin_finance_v1_DeleteTransactionRequest, _florin_finance_v1_DeleteTransactionResponse, _florin_finance_v1_DeleteTransactionRequest__Output, _florin_finance_v1_DeleteTransactionResponse__Output>
  DeleteWallet: MethodDefinition<_florin_finance_v1_DeleteWalletRequest, _florin_finance_v1_DeleteWalletResponse, _florin_finance_v1_DeleteWalletRequest__Output, _florin_finance_v1_DeleteWalletResponse__Output>
  GetBudget: MethodDefinition<_florin_finance_v1_GetBudgetRequest, _florin_finance_v1_GetBudgetResponse, _florin_finance_v1_GetBudgetRequest__Output, _florin_finance_v1_GetBudgetResponse__Output>
  GetCategory: MethodDefinition<_florin_finance_v1_GetCategoryRequest, _florin_finance_v1_GetCategoryResponse, _florin_finance_v1_GetCategoryRequest__Output, _florin_finance_v1_GetCategoryResponse__Output>
  GetSummary: MethodDefinition<_florin_finance_v1_GetSummaryRequest, _florin_finance_v1_GetSummaryResponse, _florin_finance_v1_GetSummaryRequest__Output, _florin_finance_v1_GetSummaryResponse__Output>
  GetTransaction: MethodDefinition<_florin_finance_v1_GetTransactionRequest, _florin_finance_v1_GetTransactionResponse, _florin_finance_v1_GetTransactionRequest__Output, _florin_finance_v1_GetTransactionResponse__Output>
  GetWallet: MethodDefinition<_florin_finance_v1_GetWalletRequest, _florin_finance_v1_GetWalletResponse, _florin_finance_v1_GetWalletRequest__Output, _florin_finance_v1_GetWalletResponse__Output>
  GetWalletSummary: MethodDefinition<_florin_finance_v1_GetWalletSummaryRequest, _florin_finance_v1_GetWalletSummaryResponse, _florin_finance_v1_GetWalletSummaryRequest__Output, _florin_finance_v1_GetWalletSummaryResponse__Output>
  ListBudgets: MethodDefinition<_florin_finance_v1_ListBudgetsRequest, _florin_finance_v1_ListBudgetsResponse, _florin_finance_v1_ListBudgetsRequest__Output, _florin_finance_v1_ListBudgetsResponse__Output>
  ListCategories: MethodDefinition<_florin_finance_v1_ListCategoriesRequest, _florin_finance_v1_ListCategoriesResponse, _florin_finance_v1_ListCategoriesRequest__Output, _florin_finance_v1_ListCategoriesResponse__Output>
  ListWallets: MethodDefinition<_florin_finance_v1_ListWalletsRequest, _florin_finance_v1_ListWalletsResponse, _florin_finance_v1_ListWalletsRequest__Output, _florin_finance_v1_ListWalletsResponse__Output>
  QueryBudgets: MethodDefinition<_florin_finance_v1_QueryBudgetsRequest, _florin_finance_v1_QueryBudgetsResponse, _florin_finance_v1_QueryBudgetsRequest__Output, _florin_finance_v1_QueryBudgetsResponse__Output>
  QueryCategories: MethodDefinition<_florin_finance_v1_QueryCategoriesRequest, _florin_finance_v1_QueryCategoriesResponse, _florin_finance_v1_QueryCategoriesRequest__Output, _florin_finance_v1_QueryCategoriesResponse__Output>
  QueryTransactions: MethodDefinition<_florin_finance_v1_QueryTransactionsRequest, _florin_finance_v1_QueryTransactionsResponse, _florin_finance_v1_QueryTransactionsRequest__Output, _florin_finance_v1_QueryTransactionsResponse__Output>
  QueryWallets: MethodDefinition<_florin_finance_v1_QueryWalletsRequest, _florin_finance_v1_QueryWalletsResponse, _florin_finance_v1_QueryWalletsRequest__Output, _florin_finance_v1_QueryWalletsResponse__Output>
  TransferBetweenWallets: MethodDefinition<_florin_finance_v1_TransferBetweenWalletsRequest, _florin_finance_v1_TransferBetweenWalletsResponse, _florin_finance_v1_TransferBetweenWalletsRequest__Output, _florin_finance_v1_TransferBetweenWalletsResponse__Output>
  UpdateBudget: MethodDefinition<_florin_finance_v1_UpdateBudgetRequest, _florin_finance_v1_UpdateBudgetResponse, _florin_finance_v1_UpdateBudgetRequest__Output, _florin_finance_v1_UpdateBudgetResponse__Output>
  UpdateCategory: MethodDefinition<_florin_finance_v1_UpdateCategoryRequest, _florin_finance_v1_UpdateCategoryResponse, _florin_finance_v1_UpdateCategoryRequest__Output, _florin_finance_v1_UpdateCategoryResponse__Output>
  UpdateTransaction: MethodDefinition<_florin_finance_v1_UpdateTransactionRequest, _florin_finance_v1_UpdateTransactionResponse, _florin_finance_v1_UpdateTransactionRequest__Output, _florin_finance_v1_UpdateTransactionResponse__Output>
  UpdateWallet: MethodDefinition<_florin_finance_v1_UpdateWalletRequest, _florin_finance_v1_UpdateWalletResponse, _florin_finance_v1_UpdateWalletRequest__Output, _florin_finance_v1_UpdateWalletResponse__Output>
}
