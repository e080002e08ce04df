// made by scripts/web-types.ts
export type paths = {
    "/v1/accounts": {
        parameters: {
        };
        get: operations["listAccounts"];
    };
    "/v1/accounts/{id}": {
        parameters: {
        };
        get: operations["getAccount"];
    };
    "/v1/accounts/{id}/balance": {
        parameters: {
        };
        get: operations["getBalance"];
    };
    "/v1/accounts/{id}/entries": {
        parameters: {
        };
        get: operations["listEntries"];
    };
    "/v1/accounts/{id}/statement": {
        parameters: {
        };
        get: operations["getStatement"];
    };
    "/v1/admin/accounts": {
        parameters: {
        };
        get: operations["listAccountsOfUser"];
    };
    "/v1/admin/accounts/{id}": {
        parameters: {
        };
        get: operations["getAnyAccount"];
    };
    "/v1/admin/accounts/{id}/close": {
        parameters: {
        };
        post: operations["closeAccount"];
    };
    "/v1/admin/accounts/{id}/entries": {
        parameters: {
        };
        get: operations["listEntriesOfAnyAccount"];
    };
    "/v1/admin/accounts/{id}/freeze": {
        parameters: {
        };
        post: operations["freezeAccount"];
    };
    "/v1/admin/accounts/{id}/limits": {
        parameters: {
        };
        put: operations["setAccountLimits"];
    };
    "/v1/admin/accounts/{id}/unfreeze": {
        parameters: {
        };
        post: operations["unfreezeAccount"];
    };
    "/v1/admin/actions": {
        parameters: {
        };
        get: operations["listAdminActions"];
    };
    "/v1/admin/adjustments": {
        parameters: {
        };
        post: operations["adjustBalance"];
    };
    "/v1/admin/dead-letter-actions": {
        parameters: {
        };
        get: operations["listDeadLetterActions"];
    };
    "/v1/admin/dead-letters": {
        parameters: {
        };
        get: operations["countDeadLetters"];
    };
    "/v1/admin/dead-letters/{consumer}": {
        parameters: {
        };
        get: operations["listDeadLetters"];
    };
    "/v1/admin/dead-letters/{consumer}/discard": {
        parameters: {
        };
        post: operations["discardDeadLetters"];
    };
    "/v1/admin/dead-letters/{consumer}/replay": {
        parameters: {
        };
        post: operations["replayDeadLetters"];
    };
    "/v1/admin/dead-letters/{consumer}/{id}": {
        parameters: {
        };
        get: operations["getDeadLetter"];
    };
    "/v1/admin/health": {
        parameters: {
        };
        get: operations["getHealth"];
    };
    "/v1/admin/integrity": {
        parameters: {
        };
        get: operations["checkIntegrity"];
    };
    "/v1/admin/transfers": {
        parameters: {
        };
        get: operations["listAllTransfers"];
    };
    "/v1/admin/transfers/{id}": {
        parameters: {
        };
        get: operations["getAnyTransfer"];
    };
    "/v1/admin/transfers/{id}/reverse": {
        parameters: {
        };
        post: operations["reverseTransfer"];
    };
    "/v1/admin/users": {
        parameters: {
        };
        get: operations["searchAllUsers"];
    };
    "/v1/admin/users/{id}": {
        parameters: {
        };
        get: operations["describeUser"];
    };
    "/v1/admin/users/{id}/events": {
        parameters: {
        };
        get: operations["listEventsOfUser"];
    };
    "/v1/auth/2fa": {
        parameters: {
        };
        get: operations["listFactors"];
    };
    "/v1/auth/2fa/otp": {
        parameters: {
        };
        post: operations["turnOnOtpFactor"];
    };
    "/v1/auth/2fa/otp/{channel}": {
        parameters: {
        };
        delete: operations["turnOffOtpFactor"];
    };
    "/v1/auth/2fa/recovery-codes": {
        parameters: {
        };
        post: operations["replaceRecoveryCodes"];
    };
    "/v1/auth/2fa/totp": {
        parameters: {
        };
        post: operations["beginTotp"];
        delete: operations["turnOffTotp"];
    };
    "/v1/auth/2fa/totp/confirm": {
        parameters: {
        };
        post: operations["confirmTotp"];
    };
    "/v1/auth/2fa/trusted-devices": {
        parameters: {
        };
        get: operations["listTrustedDevices"];
    };
    "/v1/auth/2fa/trusted-devices/{id}": {
        parameters: {
        };
        delete: operations["forgetTrustedDevice"];
    };
    "/v1/auth/2fa/verify": {
        parameters: {
        };
        post: operations["verifySecondFactor"];
    };
    "/v1/auth/account": {
        parameters: {
        };
        delete: operations["closeOwnAccount"];
    };
    "/v1/auth/email/change": {
        parameters: {
        };
        post: operations["beginEmailChange"];
    };
    "/v1/auth/email/change/confirm": {
        parameters: {
        };
        post: operations["confirmEmailChange"];
    };
    "/v1/auth/events": {
        parameters: {
        };
        get: operations["listSecurityEvents"];
    };
    "/v1/auth/export": {
        parameters: {
        };
        get: operations["exportAuthData"];
    };
    "/v1/auth/google": {
        parameters: {
        };
        post: operations["signInWithGoogle"];
    };
    "/v1/auth/identities": {
        parameters: {
        };
        get: operations["listIdentities"];
        delete: operations["unlinkIdentities"];
    };
    "/v1/auth/links/{token}": {
        parameters: {
        };
        get: operations["getSecurityLink"];
        post: operations["followSecurityLink"];
    };
    "/v1/auth/login": {
        parameters: {
        };
        post: operations["signIn"];
    };
    "/v1/auth/logout": {
        parameters: {
        };
        post: operations["signOut"];
    };
    "/v1/auth/mobile/change": {
        parameters: {
        };
        post: operations["beginMobileChange"];
    };
    "/v1/auth/mobile/change/confirm": {
        parameters: {
        };
        post: operations["confirmMobileChange"];
    };
    "/v1/auth/otp/check": {
        parameters: {
        };
        post: operations["checkOtp"];
    };
    "/v1/auth/otp/send": {
        parameters: {
        };
        post: operations["sendOtp"];
    };
    "/v1/auth/passkeys": {
        parameters: {
        };
        get: operations["listPasskeys"];
        post: operations["addPasskey"];
    };
    "/v1/auth/passkeys/options": {
        parameters: {
        };
        post: operations["beginPasskey"];
    };
    "/v1/auth/passkeys/sign-in": {
        parameters: {
        };
        post: operations["signInWithPasskey"];
    };
    "/v1/auth/passkeys/sign-in/options": {
        parameters: {
        };
        post: operations["beginPasskeySignIn"];
    };
    "/v1/auth/passkeys/{id}": {
        parameters: {
        };
        delete: operations["removePasskey"];
    };
    "/v1/auth/password/change": {
        parameters: {
        };
        post: operations["changePassword"];
    };
    "/v1/auth/password/forgot": {
        parameters: {
        };
        post: operations["beginPasswordReset"];
    };
    "/v1/auth/password/reset": {
        parameters: {
        };
        post: operations["resetPassword"];
    };
    "/v1/auth/refresh": {
        parameters: {
        };
        post: operations["refreshSession"];
    };
    "/v1/auth/register": {
        parameters: {
        };
        post: operations["register"];
    };
    "/v1/auth/sessions": {
        parameters: {
        };
        get: operations["listSessions"];
        delete: operations["endOtherSessions"];
    };
    "/v1/auth/sessions/{id}": {
        parameters: {
        };
        delete: operations["endSession"];
    };
    "/v1/auth/step-up": {
        parameters: {
        };
        post: operations["stepUp"];
    };
    "/v1/auth/username": {
        parameters: {
        };
        put: operations["setUsername"];
    };
    "/v1/auth/users/{id}/sessions": {
        parameters: {
        };
        delete: operations["endSessionsOfUser"];
    };
    "/v1/auth/verify-email": {
        parameters: {
        };
        post: operations["verifyEmail"];
    };
    "/v1/auth/verify-email/resend": {
        parameters: {
        };
        post: operations["resendEmailCode"];
    };
    "/v1/auth/verify-mobile": {
        parameters: {
        };
        post: operations["verifyMobile"];
    };
    "/v1/blocks": {
        parameters: {
        };
        get: operations["listBlocks"];
        post: operations["blockUser"];
    };
    "/v1/blocks/{userId}": {
        parameters: {
        };
        delete: operations["unblockUser"];
    };
    "/v1/budgets": {
        parameters: {
        };
        get: operations["listBudgets"];
        post: operations["createBudget"];
    };
    "/v1/budgets/{id}": {
        parameters: {
        };
        get: operations["getBudget"];
        delete: operations["deleteBudget"];
        patch: operations["updateBudget"];
    };
    "/v1/budgets/{id}/periods": {
        parameters: {
        };
        get: operations["listBudgetPeriods"];
    };
    "/v1/categories": {
        parameters: {
        };
        get: operations["listCategories"];
        post: operations["createCategory"];
    };
    "/v1/categories/order": {
        parameters: {
        };
        put: operations["orderCategories"];
    };
    "/v1/categories/{id}": {
        parameters: {
        };
        get: operations["getCategory"];
        delete: operations["deleteCategory"];
        patch: operations["updateCategory"];
    };
    "/v1/categories/{id}/merge": {
        parameters: {
        };
        post: operations["mergeCategory"];
    };
    "/v1/deposits": {
        parameters: {
        };
        get: operations["listDeposits"];
        post: operations["createDeposit"];
    };
    "/v1/deposits/callbacks": {
        parameters: {
        };
        post: operations["receiveFundingCallback"];
    };
    "/v1/deposits/{id}": {
        parameters: {
        };
        get: operations["getDeposit"];
    };
    "/v1/exchanges": {
        parameters: {
        };
        get: operations["listExchanges"];
        post: operations["createExchange"];
    };
    "/v1/exchanges/quotes": {
        parameters: {
        };
        post: operations["createExchangeQuote"];
    };
    "/v1/exports": {
        parameters: {
        };
        get: operations["exportTransactions"];
    };
    "/v1/exports/full": {
        parameters: {
        };
        get: operations["exportEverything"];
    };
    "/v1/feed": {
        parameters: {
        };
        get: operations["getFeed"];
    };
    "/v1/friend-requests": {
        parameters: {
        };
        get: operations["listFriendRequests"];
        post: operations["sendFriendRequest"];
    };
    "/v1/friend-requests/{id}": {
        parameters: {
        };
        delete: operations["cancelFriendRequest"];
    };
    "/v1/friend-requests/{id}/accept": {
        parameters: {
        };
        post: operations["acceptFriendRequest"];
    };
    "/v1/friend-requests/{id}/decline": {
        parameters: {
        };
        post: operations["declineFriendRequest"];
    };
    "/v1/friends": {
        parameters: {
        };
        get: operations["listFriends"];
    };
    "/v1/friends/{userId}": {
        parameters: {
        };
        delete: operations["removeFriend"];
    };
    "/v1/goals": {
        parameters: {
        };
        get: operations["listGoals"];
        post: operations["createGoal"];
    };
    "/v1/goals/{id}": {
        parameters: {
        };
        get: operations["getGoal"];
        delete: operations["deleteGoal"];
        patch: operations["updateGoal"];
    };
    "/v1/goals/{id}/close": {
        parameters: {
        };
        post: operations["closeGoal"];
    };
    "/v1/goals/{id}/pledge": {
        parameters: {
        };
        post: operations["pledgeToGoal"];
    };
    "/v1/goals/{id}/withdraw": {
        parameters: {
        };
        post: operations["withdrawFromGoal"];
    };
    "/v1/holds": {
        parameters: {
        };
        get: operations["listHolds"];
        post: operations["createHold"];
    };
    "/v1/holds/{id}": {
        parameters: {
        };
        get: operations["getHold"];
    };
    "/v1/holds/{id}/capture": {
        parameters: {
        };
        post: operations["captureHold"];
    };
    "/v1/holds/{id}/void": {
        parameters: {
        };
        post: operations["voidHold"];
    };
    "/v1/imports": {
        parameters: {
        };
        get: operations["listImports"];
        post: operations["createImport"];
    };
    "/v1/imports/{id}": {
        parameters: {
        };
        get: operations["getImport"];
        patch: operations["updateImport"];
    };
    "/v1/imports/{id}/commit": {
        parameters: {
        };
        post: operations["commitImport"];
    };
    "/v1/imports/{id}/rows": {
        parameters: {
        };
        get: operations["listImportRows"];
    };
    "/v1/imports/{id}/undo": {
        parameters: {
        };
        post: operations["undoImport"];
    };
    "/v1/insights/cash-flow": {
        parameters: {
        };
        get: operations["getCashFlow"];
    };
    "/v1/insights/categories": {
        parameters: {
        };
        get: operations["getCategoryInsights"];
    };
    "/v1/insights/flows": {
        parameters: {
        };
        get: operations["getFlows"];
    };
    "/v1/insights/forecast": {
        parameters: {
        };
        get: operations["getForecast"];
    };
    "/v1/insights/net-worth": {
        parameters: {
        };
        get: operations["getNetWorth"];
    };
    "/v1/insights/tags": {
        parameters: {
        };
        get: operations["getTagInsights"];
    };
    "/v1/limits": {
        parameters: {
        };
        get: operations["getLimits"];
    };
    "/v1/notification-preferences": {
        parameters: {
        };
        get: operations["getNotificationPreferences"];
        patch: operations["updateNotificationPreferences"];
    };
    "/v1/notifications": {
        parameters: {
        };
        get: operations["listNotifications"];
    };
    "/v1/notifications/read-all": {
        parameters: {
        };
        post: operations["readAllNotifications"];
    };
    "/v1/notifications/stream": {
        parameters: {
        };
        get: operations["streamNotifications"];
    };
    "/v1/notifications/{id}/read": {
        parameters: {
        };
        post: operations["readNotification"];
    };
    "/v1/payment-requests": {
        parameters: {
        };
        get: operations["listPaymentRequests"];
        post: operations["createPaymentRequest"];
    };
    "/v1/payment-requests/{id}": {
        parameters: {
        };
        get: operations["getPaymentRequest"];
    };
    "/v1/payment-requests/{id}/cancel": {
        parameters: {
        };
        post: operations["cancelPaymentRequest"];
    };
    "/v1/payment-requests/{id}/decline": {
        parameters: {
        };
        post: operations["declinePaymentRequest"];
    };
    "/v1/payment-requests/{id}/pay": {
        parameters: {
        };
        post: operations["payRequest"];
    };
    "/v1/payment-requests/{id}/remind": {
        parameters: {
        };
        post: operations["remindPayer"];
    };
    "/v1/recurring-transactions": {
        parameters: {
        };
        get: operations["listRecurringTransactions"];
        post: operations["createRecurringTransaction"];
    };
    "/v1/recurring-transactions/candidates": {
        parameters: {
        };
        get: operations["findRecurringCandidates"];
    };
    "/v1/recurring-transactions/{id}": {
        parameters: {
        };
        get: operations["getRecurringTransaction"];
        delete: operations["deleteRecurringTransaction"];
        patch: operations["updateRecurringTransaction"];
    };
    "/v1/recurring-transactions/{id}/occurrences": {
        parameters: {
        };
        get: operations["listOccurrences"];
    };
    "/v1/recurring-transactions/{id}/occurrences/{number}/retry": {
        parameters: {
        };
        post: operations["retryOccurrence"];
    };
    "/v1/recurring-transactions/{id}/pause": {
        parameters: {
        };
        post: operations["pauseRecurringTransaction"];
    };
    "/v1/recurring-transactions/{id}/resume": {
        parameters: {
        };
        post: operations["resumeRecurringTransaction"];
    };
    "/v1/recurring-transactions/{id}/skip": {
        parameters: {
        };
        post: operations["skipOccurrence"];
    };
    "/v1/recurring-transactions/{id}/upcoming": {
        parameters: {
        };
        get: operations["listUpcomingOccurrences"];
    };
    "/v1/rules": {
        parameters: {
        };
        get: operations["listRules"];
        post: operations["createRule"];
    };
    "/v1/rules/apply": {
        parameters: {
        };
        post: operations["applyRules"];
    };
    "/v1/rules/order": {
        parameters: {
        };
        put: operations["orderRules"];
    };
    "/v1/rules/preview": {
        parameters: {
        };
        post: operations["previewRules"];
    };
    "/v1/rules/undo": {
        parameters: {
        };
        post: operations["undoRules"];
    };
    "/v1/rules/{id}": {
        parameters: {
        };
        get: operations["getRule"];
        delete: operations["deleteRule"];
        patch: operations["updateRule"];
    };
    "/v1/scheduled-transfers": {
        parameters: {
        };
        get: operations["listScheduledTransfers"];
        post: operations["scheduleTransfer"];
    };
    "/v1/scheduled-transfers/{id}": {
        parameters: {
        };
        get: operations["getScheduledTransfer"];
        patch: operations["updateScheduledTransfer"];
    };
    "/v1/scheduled-transfers/{id}/cancel": {
        parameters: {
        };
        post: operations["cancelScheduledTransfer"];
    };
    "/v1/scheduled-transfers/{id}/pause": {
        parameters: {
        };
        post: operations["pauseScheduledTransfer"];
    };
    "/v1/scheduled-transfers/{id}/resume": {
        parameters: {
        };
        post: operations["resumeScheduledTransfer"];
    };
    "/v1/scheduled-transfers/{id}/skip": {
        parameters: {
        };
        post: operations["skipScheduledTransfer"];
    };
    "/v1/splits": {
        parameters: {
        };
        post: operations["splitBill"];
    };
    "/v1/statements/verify": {
        parameters: {
        };
        get: operations["verifyStatement"];
    };
    "/v1/summaries": {
        parameters: {
        };
        get: operations["getSummary"];
    };
    "/v1/tags": {
        parameters: {
        };
        get: operations["listTags"];
        post: operations["createTag"];
    };
    "/v1/tags/{id}": {
        parameters: {
        };
        get: operations["getTag"];
        delete: operations["deleteTag"];
        patch: operations["updateTag"];
    };
    "/v1/tags/{id}/merge": {
        parameters: {
        };
        post: operations["mergeTag"];
    };
    "/v1/transactions": {
        parameters: {
        };
        get: operations["listTransactions"];
        post: operations["createTransaction"];
    };
    "/v1/transactions/bulk": {
        parameters: {
        };
        post: operations["changeTransactions"];
    };
    "/v1/transactions/bulk/{id}/undo": {
        parameters: {
        };
        post: operations["undoChange"];
    };
    "/v1/transactions/transfers": {
        parameters: {
        };
        post: operations["moveBetweenWallets"];
    };
    "/v1/transactions/{id}": {
        parameters: {
        };
        get: operations["getTransaction"];
        delete: operations["deleteTransaction"];
        patch: operations["updateTransaction"];
    };
    "/v1/transactions/{id}/attachments": {
        parameters: {
        };
        get: operations["listAttachments"];
        post: operations["addAttachment"];
    };
    "/v1/transactions/{id}/attachments/{attachmentId}": {
        parameters: {
        };
        get: operations["getAttachment"];
        delete: operations["deleteAttachment"];
    };
    "/v1/transfers": {
        parameters: {
        };
        get: operations["listTransfers"];
        post: operations["sendMoney"];
    };
    "/v1/transfers/batch": {
        parameters: {
        };
        post: operations["sendBatch"];
    };
    "/v1/transfers/{id}": {
        parameters: {
        };
        get: operations["getTransfer"];
    };
    "/v1/transfers/{id}/refund": {
        parameters: {
        };
        post: operations["refundTransfer"];
    };
    "/v1/users": {
        parameters: {
        };
        get: operations["searchUsers"];
    };
    "/v1/users/me": {
        parameters: {
        };
        get: operations["getOwnProfile"];
        patch: operations["updateOwnProfile"];
    };
    "/v1/users/me/card": {
        parameters: {
        };
        get: operations["getMembershipCard"];
    };
    "/v1/users/me/card/barcode": {
        parameters: {
        };
        get: operations["getMembershipBarcode"];
    };
    "/v1/users/me/check-ins": {
        parameters: {
        };
        post: operations["checkIn"];
    };
    "/v1/users/me/picture": {
        parameters: {
        };
        get: operations["getOwnPicture"];
        put: operations["setOwnPicture"];
        delete: operations["removeOwnPicture"];
    };
    "/v1/users/me/spins": {
        parameters: {
        };
        post: operations["spinWheel"];
    };
    "/v1/users/{id}": {
        parameters: {
        };
        get: operations["getUser"];
    };
    "/v1/users/{id}/picture": {
        parameters: {
        };
        get: operations["getUserPicture"];
    };
    "/v1/wallet-invitations": {
        parameters: {
        };
        get: operations["listWalletInvitations"];
    };
    "/v1/wallet-invitations/{id}/accept": {
        parameters: {
        };
        post: operations["acceptWalletInvitation"];
    };
    "/v1/wallet-invitations/{id}/decline": {
        parameters: {
        };
        post: operations["declineWalletInvitation"];
    };
    "/v1/wallets": {
        parameters: {
        };
        get: operations["listWallets"];
        post: operations["createWallet"];
    };
    "/v1/wallets/order": {
        parameters: {
        };
        put: operations["orderWallets"];
    };
    "/v1/wallets/{id}": {
        parameters: {
        };
        get: operations["getWallet"];
        delete: operations["deleteWallet"];
        patch: operations["updateWallet"];
    };
    "/v1/wallets/{id}/categories": {
        parameters: {
        };
        get: operations["listCategoriesOfWallet"];
    };
    "/v1/wallets/{id}/members": {
        parameters: {
        };
        get: operations["listMembers"];
        post: operations["inviteMember"];
    };
    "/v1/wallets/{id}/members/{userId}": {
        parameters: {
        };
        get: operations["getMember"];
        delete: operations["endMembership"];
        patch: operations["updateMember"];
    };
    "/v1/wallets/{id}/reopen": {
        parameters: {
        };
        post: operations["reopenWallet"];
    };
    "/v1/wallets/{id}/set-balance": {
        parameters: {
        };
        post: operations["setWalletBalance"];
    };
    "/v1/withdrawals": {
        parameters: {
        };
        get: operations["listWithdrawals"];
        post: operations["createWithdrawal"];
    };
    "/v1/withdrawals/{id}": {
        parameters: {
        };
        get: operations["getWithdrawal"];
    };
};
export type webhooks = Record<string, never>;
export type components = {
    schemas: {
        Account: {
            id: string;
            kind: "main" | "wallet" | "points";
            currency: string;
            status: "open" | "frozen" | "closed";
            posted: number;
            held: number;
            available: number | null;
            creditLimit: number | null;
            reference: string;
            createdAt: string;
        };
        AccountLimits: {
            single?: number;
            daySum?: number;
            dayCount?: number;
            monthSum?: number;
            monthCount?: number;
        };
        AddPasskeyRequest: {
            challenge: string;
            response: components["schemas"]["PasskeyAttestation"];
            name?: string;
            secondFactor?: boolean;
        };
        AdjustBalanceRequest: {
            reason: string;
            note?: string;
            accountId: string;
            amount: number;
        };
        AdminAction: {
            id: string;
            adminId: string;
            action: string;
            subjectId: string;
            reason: string;
            createdAt: string;
        };
        AmountCondition: {
            field: "amount";
            min?: number;
            max?: number;
        };
        ApplyRulesReply: {
            id: string;
            undoUntil: string;
            changed: number;
            refused: components["schemas"]["RefusedRow"][];
            complete: boolean;
        };
        ApplyRulesRequest: {
            ruleIds?: string[];
            from?: string;
            to?: string;
        };
        Attachment: {
            id: string;
            name: string;
            type: "image/jpeg" | "image/png" | "image/gif" | "image/webp" | "image/heic" | "application/pdf";
            bytes: number;
            createdAt: string;
        };
        AuthData: {
            exportedAt: string;
        } & {
            [key: string]: unknown;
        };
        Balance: {
            accountId: string;
            currency: string;
            posted: number;
            at: string;
        };
        BasicPerson: {
            id: string;
            name: string;
            username: string | null;
            hasPicture: boolean;
        };
        BeginPasskeyReply: {
            options: components["schemas"]["BeginPasskeyReplyOptions"];
            challenge: string;
        };
        BeginPasskeyReplyOptions: {
            challenge: string;
        } & {
            [key: string]: unknown;
        };
        BeginPasswordResetRequest: {
            identifier: string;
            channel?: "email" | "sms";
        };
        BlockUserRequest: {
            userId?: string;
            username?: string;
            email?: string;
        };
        Budget: {
            id: string;
            name: string;
            categoryId: string | null;
            categoryIds: string[];
            tagIds: string[];
            type: "income" | "expense" | "debt";
            currency: string;
            period: "once" | "week" | "month" | "year" | "fortnight" | "own" | "quarter";
            periodStart: string;
            periodEnd: string;
            startsOn: string;
            endsOn: string | null;
            rollover: "none" | "surplus" | "deficit" | "both";
            rolloverCap: number | null;
            thresholds: number[];
            description: string;
            amount: number;
            carried: number;
            available: number;
            spent: number;
            remaining: number;
            daysLeft: number;
            safePerDay: number;
            pace: components["schemas"]["BudgetPace"];
            createdAt: string;
        };
        BudgetPace: {
            time: number;
            money: number | null;
        };
        BudgetPeriod: {
            start: string;
            end: string;
            amount: number;
            carried: number;
            available: number;
            spent: number;
            remaining: number;
        };
        CaptureHoldRequest: {
            amount?: number;
            reference?: string;
            metadata?: {
                [key: string]: string;
            };
            shareMetadata?: boolean;
        };
        CashFlow: {
            from: string;
            to: string;
            data: components["schemas"]["CashFlowOfCurrency"][];
        };
        CashFlowOfCurrency: {
            currency: string;
            points: components["schemas"]["CashFlowPoint"][];
        };
        CashFlowPoint: {
            from: string;
            to: string;
            in: number;
            out: number;
            net: number;
            debt: number;
        };
        Category: {
            id: string;
            name: string;
            type: "income" | "expense" | "debt";
            icon: string;
            colour: string | null;
            parentId: string | null;
            order: number;
            createdAt: string;
        };
        CategoryInsight: {
            categoryId: string | null;
            name: string;
            type: "income" | "expense" | "debt";
            icon: string;
            amount: number;
            previous: number;
            change: number;
        };
        CategoryInsights: {
            from: string;
            to: string;
            previous: components["schemas"]["Span"];
            data: components["schemas"]["CategoryInsightsOfCurrency"][];
        };
        CategoryInsightsOfCurrency: {
            currency: string;
            categories: components["schemas"]["CategoryInsight"][];
        };
        Change: {
            id: string;
            undoUntil: string;
            data: components["schemas"]["ChangedRow"][];
        };
        ChangePasswordRequest: {
            currentPassword: string;
            newPassword: string;
        };
        ChangeTransactionsRequest: {
            ids: string[];
            changes?: components["schemas"]["TransactionChanges"];
            delete?: true;
        };
        ChangedRow: {
            id: string;
            code: string | null;
        };
        CheckIn: {
            points: number;
            lapsesAt: string;
            lastCheckIn: string;
        };
        CheckOtpReply: {
            valid: true;
        };
        CheckOtpRequest: {
            purpose: "verify-email" | "verify-mobile" | "password-reset";
            identifier: string;
            channel?: "email" | "sms";
            code: string;
        };
        CloseAccountRequest: {
            reason: string;
        };
        CloseGoalRequest: {
            toWalletId?: string;
        };
        CloseOwnAccountRequest: {
            payOut?: components["schemas"]["CloseOwnAccountRequestPayOut"] | components["schemas"]["CloseOwnAccountRequestPayOut2"];
        };
        CloseOwnAccountRequestPayOut: {
            to: components["schemas"]["TransactionCounterparty"] | components["schemas"]["CloseOwnAccountRequestPayOutTo"] | components["schemas"]["CloseOwnAccountRequestPayOutTo2"] | components["schemas"]["CloseOwnAccountRequestPayOutTo3"];
        };
        CloseOwnAccountRequestPayOut2: {
            withdrawal: components["schemas"]["CloseOwnAccountRequestPayOutWithdrawal"];
        };
        CloseOwnAccountRequestPayOutTo: {
            username: string;
        };
        CloseOwnAccountRequestPayOutTo2: {
            email: string;
        };
        CloseOwnAccountRequestPayOutTo3: {
            mobile: string;
        };
        CloseOwnAccountRequestPayOutWithdrawal: {
            method?: string;
        };
        ConfirmEmailChangeReply: {
            user: components["schemas"]["User"];
        };
        ConfirmEmailChangeRequest: {
            email: string;
            code: string;
        };
        ConfirmMobileChangeRequest: {
            mobile: string;
            code: string;
        };
        ConfirmTotpRequest: {
            code: string;
        };
        CountDeadLettersReply: {
            data: components["schemas"]["DeadLetterCount"][];
        };
        Counterparty: {
            id: string;
            name: string;
            username: string;
            hasPicture: boolean;
        };
        CounterpartyCondition: {
            field: "counterparty";
            userId: string;
        };
        CreateBudgetRequest: {
            name?: string;
            categoryId?: string;
            categoryIds?: string[];
            tagIds?: string[];
            type?: "income" | "expense" | "debt";
            period?: "once" | "week" | "month" | "year" | "fortnight" | "own" | "quarter";
            periodStart?: string;
            periodEnd?: string;
            startsOn?: string;
            endsOn?: string | null;
            rollover?: "none" | "surplus" | "deficit" | "both";
            rolloverCap?: number | null;
            thresholds?: number[];
            amount: number;
            currency?: string;
            description?: string;
        };
        CreateCategoryRequest: {
            name: string;
            type: "income" | "expense" | "debt";
            icon?: string;
            colour?: string | null;
            parentId?: string | null;
            order?: number;
        };
        CreateDepositRequest: {
            amount: number;
            currency: string;
            accountId?: string;
            method?: string;
            reference?: string;
            metadata?: {
                [key: string]: string;
            };
            shareMetadata?: boolean;
        };
        CreateExchangeQuoteRequest: {
            from: string;
            to: string;
            amount?: number;
            toAmount?: number;
        };
        CreateExchangeRequest: {
            quoteId: string;
        };
        CreateGoalRequest: {
            name: string;
            description?: string;
            walletId: string;
            target: number;
            targetDate?: string | null;
        };
        CreateHoldRequest: {
            to: components["schemas"]["Recipient"];
            amount: number;
            currency: string;
            note?: string;
            expiresAt?: string;
            reference?: string;
            metadata?: {
                [key: string]: string;
            };
            shareMetadata?: boolean;
        };
        CreateImportReply: {
            id: string;
            status: "reading" | "ready" | "committing" | "committed" | "undoing" | "undone" | "failed";
        };
        CreatePaymentRequestRequest: {
            from?: components["schemas"]["PersonName"];
            payerId?: string;
            amount: number;
            currency: string;
            note?: string;
            expiresAt?: string;
            reference?: string;
            metadata?: {
                [key: string]: string;
            };
            shareMetadata?: boolean;
        };
        CreateRecurringTransactionRequest: {
            walletId: string;
            toWalletId?: string;
            categoryId?: string;
            type?: "income" | "expense" | "debt";
            direction?: "in" | "out";
            amount: number;
            description?: string;
            frequency: "daily" | "weekly" | "monthly" | "quarterly" | "yearly";
            every?: number;
            startDate: string;
            lastDayOfMonth?: boolean;
            weekendRule?: "stay" | "before" | "after";
            time?: string;
            timeZone?: string;
            endDate?: string | null;
            count?: number | null;
        };
        CreateRuleRequest: {
            name: string;
            match?: "all" | "any";
            conditions: (components["schemas"]["TextCondition"] | components["schemas"]["AmountCondition"] | components["schemas"]["CounterpartyCondition"] | components["schemas"]["WalletCondition"] | components["schemas"]["TypeCondition"])[];
            actions: components["schemas"]["RuleActionsRequest"];
            enabled?: boolean;
        };
        CreateTagRequest: {
            name: string;
        };
        CreateTransactionRequest: {
            walletId: string;
            categoryId?: string;
            splits?: components["schemas"]["TransactionPart"][];
            type?: "income" | "expense" | "debt";
            direction?: "in" | "out";
            amount: number;
            currency?: string;
            description?: string;
            note?: string;
            tags?: string[];
            date?: string;
            occurredAt?: string;
        };
        CreateWalletRequest: {
            name: string;
            type?: string;
            icon?: string;
            colour?: string | null;
            order?: number;
            currency: string;
            description?: string;
            creditLimit?: number | null;
            balance?: number;
        };
        DeadLetter: {
            id: string;
            type: string | null;
            aggregateId: string | null;
            reason: string;
            attempts: number;
            deadAt: string;
        };
        DeadLetterAction: {
            id: string;
            adminId: string;
            action: "replay" | "discard";
            consumer: "auth.profiles" | "users.profiles" | "ledger.main-account" | "ledger.points" | "ledger.frozen" | "ledger.terminated" | "finance.owners" | "finance.transfers" | "notify.codes" | "notify.inbox";
            letterIds: string[];
            reason: string;
            done: number | null;
            at: string;
        };
        DeadLetterCount: {
            consumer: "auth.profiles" | "users.profiles" | "ledger.main-account" | "ledger.points" | "ledger.frozen" | "ledger.terminated" | "finance.owners" | "finance.transfers" | "notify.codes" | "notify.inbox";
            count: number;
        };
        DeadLetterWithEvent: {
            id: string;
            type: string | null;
            aggregateId: string | null;
            reason: string;
            attempts: number;
            deadAt: string;
            body: unknown;
        };
        DeadLettersDone: {
            done: number;
        };
        Device: {
            id?: string;
            platform?: "web" | "android" | "ios" | "desktop" | "other";
            pushToken?: string;
        };
        DiscardDeadLettersRequest: {
            reason: string;
            ids: string[];
        };
        EndOtherSessionsReply: {
            ended: number;
        };
        Entry: {
            transferId: string;
            sequence: number;
            amount: number;
            balanceAfter: number;
            kind: string;
            note: string;
            counterpartyId: string | null;
            counterparty: components["schemas"]["Counterparty"] | null;
            postedAt: string;
        };
        Exchange: {
            id: string;
            from: components["schemas"]["Money"];
            to: components["schemas"]["Money"];
            rate: string;
            createdAt: string;
            expiresAt: string;
            transferId: string | null;
        };
        ExportTransactionsReply: {
            data: components["schemas"]["ExportedTransaction"][];
        };
        ExportedTransaction: {
            id: string;
            walletId: string;
            categoryId: string | null;
            type: "income" | "expense" | "debt" | "transfer" | "adjustment";
            direction: "in" | "out";
            amount: number;
            currency: string;
            description: string;
            note: string;
            tags: string[];
            splits: components["schemas"]["TransactionSplit"][];
            date: string;
            occurredAt: string;
            counterparty?: components["schemas"]["TransactionCounterparty"];
            rate?: string;
            transferId: string | null;
            createdBy: string;
            createdAt: string;
            wallet: components["schemas"]["Named"];
            category: components["schemas"]["Named"] | null;
        };
        Factors: {
            factors: ("totp" | "otp-email" | "otp-sms" | "passkey" | "recovery-code")[];
            recoveryCodesLeft: number;
        };
        FeedItem: {
            id: string;
            kind: string;
            amount: number | null;
            currency: string;
            note: string;
            visibility: "private" | "friends" | "public";
            from: components["schemas"]["NamedParty"];
            to: components["schemas"]["NamedParty"];
            status: "posted" | "partly_refunded" | "refunded" | "reversed";
            refunded?: number;
            reversedBy?: string | null;
            refunds?: components["schemas"]["TransferRefund"][];
            postedAt: string;
            reversesTransferId: string | null;
            exchange: components["schemas"]["TransferExchange"] | null;
            reference: string | null;
            metadata: {
                [key: string]: string;
            };
        };
        FieldError: {
            path: string;
            message: string;
        };
        FindRecurringCandidatesReply: {
            data: components["schemas"]["RecurringCandidate"][];
        };
        Flow: {
            from: string;
            to: string;
            amount: number;
        };
        FlowNode: {
            id: string;
            name: string;
            kind: "in" | "pool" | "out";
            amount: number;
        };
        Flows: {
            from: string;
            to: string;
            data: components["schemas"]["FlowsOfCurrency"][];
        };
        FlowsOfCurrency: {
            currency: string;
            nodes: components["schemas"]["FlowNode"][];
            links: components["schemas"]["Flow"][];
        };
        Forecast: {
            from: string;
            to: string;
            data: components["schemas"]["ForecastOfCurrency"][];
        };
        ForecastLine: {
            recurringId: string;
            date: string;
            description: string;
            amount: number;
        };
        ForecastOfCurrency: {
            currency: string;
            balance: number;
            in: number;
            out: number;
            expected: number;
            lowest: number;
            lowestOn: string;
            lines: components["schemas"]["ForecastLine"][];
        };
        FriendRequest: {
            id: string;
            fromUserId: string;
            toUserId: string;
            status: "pending" | "accepted" | "declined" | "cancelled";
            createdAt: string;
        };
        Funding: {
            id: string;
            status: "pending" | "succeeded" | "failed";
            failure: string | null;
            amount: number;
            currency: string;
            accountId: string;
            transferId: string | null;
            refunded: number;
            reversedBy: string | null;
            reference: string | null;
            metadata: {
                [key: string]: string;
            };
            createdAt: string;
        };
        GetFeedReply: {
            data: components["schemas"]["FeedItem"][];
            nextCursor: string | null;
        };
        GetLimitsReply: {
            data: components["schemas"]["Limits"][];
            nextCursor: string | null;
        };
        Goal: {
            id: string;
            name: string;
            description: string;
            walletId: string;
            goalWalletId: string;
            target: number;
            currency: string;
            targetDate: string | null;
            status: "open" | "closing" | "closed";
            saved: number;
            remaining: number;
            percent: number;
            neededPerMonth: number | null;
            pacePerMonth: number;
            reachedOn: string | null;
            createdAt: string;
        };
        Hold: {
            id: string;
            status: "pending" | "captured" | "voided" | "lapsed";
            amount: number;
            captured: number;
            currency: string;
            note: string;
            accountId: string;
            fromUserId: string;
            toUserId: string;
            transferId: string | null;
            refunded: number;
            reversedBy: string | null;
            reference: string | null;
            metadata: {
                [key: string]: string;
            };
            createdAt: string;
            expiresAt: string;
        };
        Identity: {
            issuer: string;
            createdAt: string;
        };
        Import: {
            id: string;
            status: "reading" | "ready" | "committing" | "committed" | "undoing" | "undone" | "failed";
            walletId: string | null;
            fileName: string;
            format: string;
            encoding: string;
            counts: components["schemas"]["ImportCounts"];
            sums: components["schemas"]["Money"][];
            firstDate: string | null;
            lastDate: string | null;
            problems: components["schemas"]["ImportProblem"][];
            warnings: components["schemas"]["ImportWarning"][];
            mapping: {
                [key: string]: unknown;
            } | null;
            accounts: components["schemas"]["ImportAccount"][];
            progress: number;
            error: components["schemas"]["ImportError"] | null;
            createdAt: string;
        };
        ImportAccount: {
            account: string;
            currency: string;
            rows: number;
            amount: number;
        };
        ImportCounts: {
            rows: number;
            new: number;
            duplicates: number;
            skipped: number;
            problems: number;
        };
        ImportError: {
            code: string;
            message: string;
        };
        ImportProblem: {
            line: number;
            column: number;
            message: string;
        };
        ImportRow: {
            number: number;
            line: number;
            status: "new" | "duplicate" | "skipped";
            date: string;
            amount: number;
            currency: string;
            description: string;
            counterparty: string;
            category: string;
            splits: components["schemas"]["ListImportRowsReplyDataItemSplit"][];
            account: string;
            bankId: string;
            duplicateOf: string | null;
            transactionId: string | null;
        };
        ImportWarning: {
            line: number;
            message: string;
        };
        Integrity: {
            healthy: boolean;
            currencies: components["schemas"]["IntegrityOfCurrency"][];
            lastBlock: components["schemas"]["SealedBlock"] | null;
        };
        IntegrityOfCurrency: {
            currency: string;
            sum: string;
            accounts: number;
            belowZero: number;
        };
        InviteMemberRequest: {
            userId?: string;
            username?: string;
            email?: string;
            role: "reader" | "writer";
        };
        KnownUser: {
            id: string;
            email: string | null;
            emailVerified: boolean;
            name: string;
            username: string | null;
            mobile: string | null;
            mobileVerified: boolean;
            locale: string | null;
            timeZone: string | null;
            roles: ("user" | "support" | "admin")[];
            createdAt: string;
            status: "active" | "frozen" | "terminated";
            via: string;
        };
        Limit: {
            limit: number;
            used: number;
            remaining: number;
            resetsAt: string;
        };
        Limits: {
            currency: string;
            single: number;
            day: components["schemas"]["LimitsOfSpan"];
            month: components["schemas"]["LimitsOfSpan"];
        };
        LimitsOfSpan: {
            sum: components["schemas"]["Limit"];
            count: components["schemas"]["Limit"];
        };
        ListAccountsOfUserReply: {
            data: components["schemas"]["OwnedAccount"][];
            nextCursor: string | null;
        };
        ListAccountsReply: {
            data: components["schemas"]["Account"][];
            nextCursor: string | null;
        };
        ListAdminActionsReply: {
            data: components["schemas"]["AdminAction"][];
            nextCursor: string | null;
        };
        ListAllTransfersReply: {
            data: components["schemas"]["NamedTransfer"][];
            nextCursor: string | null;
        };
        ListAttachmentsReply: {
            data: components["schemas"]["Attachment"][];
        };
        ListBlocksReply: {
            data: components["schemas"]["BasicPerson"][];
            nextCursor: string | null;
        };
        ListBudgetPeriodsReply: {
            data: components["schemas"]["BudgetPeriod"][];
            nextCursor: string | null;
        };
        ListBudgetsReply: {
            data: components["schemas"]["Budget"][];
            nextCursor: string | null;
        };
        ListCategoriesReply: {
            data: components["schemas"]["Category"][];
            nextCursor: string | null;
        };
        ListDeadLetterActionsReply: {
            data: components["schemas"]["DeadLetterAction"][];
            nextCursor: string | null;
        };
        ListDeadLettersReply: {
            data: components["schemas"]["DeadLetter"][];
        };
        ListDepositsReply: {
            data: components["schemas"]["Funding"][];
            nextCursor: string | null;
        };
        ListEntriesReply: {
            data: components["schemas"]["Entry"][];
            nextCursor: string | null;
        };
        ListEventsOfUserReply: {
            data: components["schemas"]["SecurityEvent"][];
            nextCursor: string | null;
        };
        ListExchangesReply: {
            data: components["schemas"]["Exchange"][];
            nextCursor: string | null;
        };
        ListFriendRequestsReply: {
            data: components["schemas"]["NamedFriendRequest"][];
            nextCursor: string | null;
        };
        ListFriendsReply: {
            data: components["schemas"]["Person"][];
            nextCursor: string | null;
        };
        ListGoalsReply: {
            data: components["schemas"]["Goal"][];
            nextCursor: string | null;
        };
        ListHoldsReply: {
            data: components["schemas"]["NamedHold"][];
            nextCursor: string | null;
        };
        ListIdentitiesReply: {
            data: components["schemas"]["Identity"][];
            nextCursor: string | null;
        };
        ListImportRowsReply: {
            data: components["schemas"]["ImportRow"][];
            nextCursor: string | null;
        };
        ListImportRowsReplyDataItemSplit: {
            amount: number;
            category: string;
            description: string;
        };
        ListImportsReply: {
            data: components["schemas"]["Import"][];
            nextCursor: string | null;
        };
        ListMembersReply: {
            data: components["schemas"]["Member"][];
            nextCursor: string | null;
        };
        ListNotificationsReply: {
            data: components["schemas"]["Notification"][];
            nextCursor: string | null;
            unread: number;
        };
        ListOccurrencesReply: {
            data: components["schemas"]["Occurrence"][];
        };
        ListPasskeysReply: {
            data: components["schemas"]["Passkey"][];
            nextCursor: string | null;
        };
        ListPaymentRequestsReply: {
            data: components["schemas"]["NamedPaymentRequest"][];
            nextCursor: string | null;
        };
        ListRecurringTransactionsReply: {
            data: components["schemas"]["RecurringTransaction"][];
            nextCursor: string | null;
        };
        ListRulesReply: {
            data: components["schemas"]["Rule"][];
            nextCursor: string | null;
        };
        ListScheduledTransfersReply: {
            data: components["schemas"]["ScheduledTransfer"][];
            nextCursor: string | null;
        };
        ListSessionsReply: {
            data: components["schemas"]["Session"][];
            nextCursor: string | null;
        };
        ListTagsReply: {
            data: components["schemas"]["Tag"][];
            nextCursor: string | null;
        };
        ListTransactionsReply: {
            data: components["schemas"]["Transaction"][];
            nextCursor: string | null;
        };
        ListTrustedDevicesReply: {
            data: components["schemas"]["TrustedDevice"][];
            nextCursor: string | null;
        };
        ListUpcomingOccurrencesReply: {
            data: components["schemas"]["UpcomingOccurrence"][];
        };
        ListWalletInvitationsReply: {
            data: components["schemas"]["WalletInvitation"][];
            nextCursor: string | null;
        };
        ListWalletInvitationsReplyDataItemWallet: {
            id: string;
            name: string;
            currency: string;
        };
        ListWalletsReply: {
            data: components["schemas"]["Wallet"][];
            nextCursor: string | null;
        };
        Member: {
            id: string;
            userId: string;
            role: "reader" | "writer";
            status: "invited" | "accepted" | "declined" | "withdrawn" | "left" | "removed";
            invitedAt: string;
            answeredAt: string | null;
            endedAt: string | null;
        };
        MembershipCard: {
            number: string | null;
            lastCheckIn: string | null;
            lastSpin: string | null;
            lastSpinReward: number | null;
            nextSpin: string | null;
        };
        MergeCategoryRequest: {
            into: string;
        };
        Message: {
            message: string;
        };
        Money: {
            currency: string;
            amount: number;
        };
        MoveBetweenWalletsReply: {
            data: components["schemas"]["Transaction"][];
        };
        MoveBetweenWalletsRequest: {
            fromWalletId: string;
            toWalletId: string;
            amount: number;
            toAmount?: number;
            description?: string;
            note?: string;
            tags?: string[];
            date?: string;
            occurredAt?: string;
        };
        Named: {
            name: string;
        };
        NamedFriendRequest: {
            id: string;
            fromUserId: string;
            toUserId: string;
            status: "pending" | "accepted" | "declined" | "cancelled";
            createdAt: string;
            person: components["schemas"]["BasicPerson"];
        };
        NamedHold: {
            id: string;
            status: "pending" | "captured" | "voided" | "lapsed";
            amount: number;
            captured: number;
            currency: string;
            note: string;
            accountId: string;
            fromUserId: string;
            toUserId: string;
            transferId: string | null;
            refunded: number;
            reversedBy: string | null;
            reference: string | null;
            metadata: {
                [key: string]: string;
            };
            createdAt: string;
            expiresAt: string;
            from: components["schemas"]["Counterparty"] | null;
            to: components["schemas"]["Counterparty"] | null;
        };
        NamedParty: {
            userId: string | null;
            accountId: string;
            person: components["schemas"]["Counterparty"] | null;
        };
        NamedPaymentRequest: {
            id: string;
            status: "pending" | "paid" | "partly_refunded" | "refunded" | "declined" | "cancelled" | "expired";
            requesterId: string;
            payerId: string;
            amount: number;
            paid: number;
            refunded: number;
            currency: string;
            note: string;
            splitId: string | null;
            reference: string | null;
            metadata: {
                [key: string]: string;
            };
            createdAt: string;
            expiresAt: string;
            requester: components["schemas"]["Counterparty"] | null;
            payer: components["schemas"]["Counterparty"] | null;
        };
        NamedTransfer: {
            id: string;
            kind: string;
            amount: number;
            currency: string;
            note: string;
            visibility: "private" | "friends" | "public";
            from: components["schemas"]["NamedParty"];
            to: components["schemas"]["NamedParty"];
            status: "posted" | "partly_refunded" | "refunded" | "reversed";
            refunded: number;
            reversedBy: string | null;
            refunds: components["schemas"]["TransferRefund"][];
            postedAt: string;
            reversesTransferId: string | null;
            exchange: components["schemas"]["TransferExchange"] | null;
            reference: string | null;
            metadata: {
                [key: string]: string;
            };
        };
        NetWorth: {
            from: string;
            to: string;
            data: components["schemas"]["NetWorthOfCurrency"][];
        };
        NetWorthOfCurrency: {
            currency: string;
            points: components["schemas"]["NetWorthPoint"][];
        };
        NetWorthPoint: {
            date: string;
            balance: number;
        };
        Notification: {
            id: string;
            kind: "code" | "security" | "welcome" | "friend-requested" | "friend-accepted" | "transfer-received" | "transfer-sent" | "transfer-reversed" | "payment-requested" | "payment-request-paid" | "payment-request-declined" | "payment-request-reminded" | "scheduled-transfer-failed" | "recurring-transaction-failed" | "budget-threshold-reached" | "wallet-invited" | "wallet-invitation-accepted" | "wallet-left" | "wallet-share-ended";
            title: string;
            body: string;
            data: {
                [key: string]: string | number;
            };
            read: boolean;
            createdAt: string;
        };
        NotificationPreference: {
            kind: "code" | "security" | "welcome" | "friend-requested" | "friend-accepted" | "transfer-received" | "transfer-sent" | "transfer-reversed" | "payment-requested" | "payment-request-paid" | "payment-request-declined" | "payment-request-reminded" | "scheduled-transfer-failed" | "recurring-transaction-failed" | "budget-threshold-reached" | "wallet-invited" | "wallet-invitation-accepted" | "wallet-left" | "wallet-share-ended";
            channel: "inbox" | "email" | "sms" | "push";
            enabled: boolean;
            locked: boolean;
        };
        NotificationPreferences: {
            data: components["schemas"]["NotificationPreference"][];
        };
        Occurrence: {
            number: number;
            date: string;
            dueAt: string;
            status: "pending" | "posted" | "failed" | "skipped" | "missed";
            transactionId: string | null;
            failure: string | null;
            reason: string | null;
        };
        OrderCategoriesRequest: {
            ids: string[];
        };
        OwnProfile: {
            id: string;
            name: string;
            username: string | null;
            email: string | null;
            timeZone: string | null;
            locale: string | null;
            preferences: components["schemas"]["ProfilePreferences"];
            details: components["schemas"]["ProfileDetails"];
            roles: ("user" | "support" | "admin")[];
            hasPicture: boolean;
            createdAt: string;
        };
        OwnedAccount: {
            id: string;
            kind: "main" | "wallet" | "points";
            currency: string;
            status: "open" | "frozen" | "closed";
            posted: number;
            held: number;
            available: number | null;
            creditLimit: number | null;
            reference: string;
            createdAt: string;
            userId: string | null;
        };
        Party: {
            userId: string | null;
            accountId: string;
        };
        Passkey: {
            id: string;
            name: string;
            secondFactor: boolean;
            createdAt: string;
            lastUsedAt: string | null;
        };
        PasskeyAnswer: {
            challenge: string;
            response: components["schemas"]["PasskeyAssertion"];
        };
        PasskeyAssertion: {
            id: string;
            rawId: string;
            type: "public-key";
            authenticatorAttachment?: ("platform" | "cross-platform") | null;
            clientExtensionResults?: {
                [key: string]: unknown;
            };
            response: components["schemas"]["PasskeyAssertionResponse"];
        };
        PasskeyAssertionResponse: {
            clientDataJSON: string;
            authenticatorData: string;
            signature: string;
            userHandle?: string | null;
        };
        PasskeyAttestation: {
            id: string;
            rawId: string;
            type: "public-key";
            authenticatorAttachment?: ("platform" | "cross-platform") | null;
            clientExtensionResults?: {
                [key: string]: unknown;
            };
            response: components["schemas"]["PasskeyAttestationResponse"];
        };
        PasskeyAttestationResponse: {
            clientDataJSON: string;
            attestationObject: string;
            transports?: string[];
            authenticatorData?: string;
            publicKey?: string;
            publicKeyAlgorithm?: number;
        };
        PayRequestReply: {
            request: components["schemas"]["PaymentRequest"];
            transfer: components["schemas"]["Transfer"];
        };
        PayRequestRequest: {
            amount?: number;
            visibility?: "private" | "friends" | "public";
        };
        PaymentRequest: {
            id: string;
            status: "pending" | "paid" | "partly_refunded" | "refunded" | "declined" | "cancelled" | "expired";
            requesterId: string;
            payerId: string;
            amount: number;
            paid: number;
            refunded: number;
            currency: string;
            note: string;
            splitId: string | null;
            reference: string | null;
            metadata: {
                [key: string]: string;
            };
            createdAt: string;
            expiresAt: string;
        };
        Person: {
            id: string;
            name: string;
            username: string | null;
            hasPicture: boolean;
            relation: "none" | "requested" | "asked" | "friends" | "self";
        };
        PersonName: {
            userId?: string;
            username?: string;
            email?: string;
            mobile?: string;
        };
        Picture: {
            contentType: string;
            bytes: number;
            url: string;
        };
        PledgeToGoalRequest: {
            amount: number;
        };
        PostedTransfer: {
            status: "posted";
            transfer: components["schemas"]["Transfer"];
        };
        PreviewRulesRequest: {
            ruleIds?: string[];
            from?: string;
            to?: string;
            rule?: components["schemas"]["PreviewRulesRequestRule"];
            limit?: number;
        };
        PreviewRulesRequestRule: {
            match?: "all" | "any";
            conditions: (components["schemas"]["TextCondition"] | components["schemas"]["AmountCondition"] | components["schemas"]["CounterpartyCondition"] | components["schemas"]["WalletCondition"] | components["schemas"]["TypeCondition"])[];
            actions: components["schemas"]["RuleActionsRequest"];
        };
        PreviewedRow: {
            id: string;
            date: string;
            type: "income" | "expense" | "debt" | "transfer" | "adjustment";
            amount: number;
            currency: string;
            description: string;
            categoryId: string | null;
            tags: string[];
            changes: components["schemas"]["RuleActions"];
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            instance: string;
            code: "INVALID_ARGUMENT" | "UNAUTHENTICATED" | "SESSION_REVOKED" | "SECOND_FACTOR_REQUIRED" | "STEP_UP_REQUIRED" | "FORBIDDEN" | "EMAIL_NOT_VERIFIED" | "ACCOUNT_TERMINATED" | "ACCOUNT_FROZEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "UNSUPPORTED_MEDIA_TYPE" | "PAYLOAD_TOO_LARGE" | "CONFLICT" | "IDEMPOTENCY_MISMATCH" | "PRECONDITION_FAILED" | "INSUFFICIENT_FUNDS" | "LIMIT_EXCEEDED" | "CODE_INVALID" | "CODE_EXPIRED" | "PASSWORD_REFUSED" | "RATE_LIMITED" | "UNAVAILABLE" | "DEADLINE_EXCEEDED" | "INTERNAL";
            errors: components["schemas"]["FieldError"][];
            requestId: string;
            meta?: {
                [key: string]: unknown;
            };
        };
        ProfileDetails: {
            givenName: string;
            gender: string;
            title: string;
            phone: string;
        };
        ProfilePreferences: {
            firstDayOfWeek: number;
            firstDayOfTheMonth: number;
            monthStartOnWeekend: "stay" | "before" | "after";
            firstMonthOfTheYear: number;
            fortnightFrom: string | null;
            ownPeriodStarts: string[];
            paymentRequestsFrom: "everybody" | "friends-of-friends" | "friends";
            friendRequestsFrom: "everybody" | "friends-of-friends" | "friends";
        };
        ReadAllNotificationsReply: {
            read: number;
        };
        ReceiveFundingCallbackReply: {
            status: string;
        };
        ReceiveFundingCallbackRequest: {
            fundingId: string;
            status: "succeeded" | "failed";
            reason?: string;
            signature: string;
        };
        Recipient: {
            userId?: string;
            username?: string;
            email?: string;
            mobile?: string;
            accountId?: string;
        };
        RecoveryCodes: {
            recoveryCodes: string[];
        };
        RecurringCandidate: {
            walletId: string;
            categoryId: string;
            type: "income" | "expense" | "debt";
            direction: "in" | "out";
            amount: number;
            currency: string;
            description: string;
            counterparty?: components["schemas"]["TransactionCounterparty"];
            frequency: "daily" | "weekly" | "monthly" | "quarterly" | "yearly";
            every: number;
            times: number;
            lastDate: string;
        };
        RecurringTransaction: {
            id: string;
            type: "income" | "expense" | "debt" | "transfer";
            direction: "in" | "out";
            walletId: string;
            toWalletId: string | null;
            categoryId: string | null;
            amount: number;
            currency: string;
            description: string;
            frequency: "daily" | "weekly" | "monthly" | "quarterly" | "yearly";
            every: number;
            startDate: string;
            lastDayOfMonth: boolean;
            weekendRule: "stay" | "before" | "after";
            time: string;
            timeZone: string;
            endDate: string | null;
            count: number | null;
            status: "active" | "paused" | "done";
            pausedReason: string | null;
            next: components["schemas"]["RecurringTransactionNext"] | null;
            createdAt: string;
        };
        RecurringTransactionNext: {
            number: number;
            date: string;
            dueAt: string;
        };
        RefreshSessionRequest: {
            refreshToken?: string;
        };
        RefundTransferRequest: {
            amount?: number;
            note?: string;
        };
        RefusedRow: {
            id: string;
            code: string;
        };
        RefusedTransfer: {
            status: "refused";
            error: components["schemas"]["TransferError"];
        };
        RegisterRequest: {
            email: string;
            password: string;
            name: string;
            username?: string;
            mobile?: string;
            dateOfBirth?: string;
            locale?: string;
            timeZone?: string;
        };
        RemainingFactors: {
            factors: ("totp" | "otp-email" | "otp-sms" | "passkey" | "recovery-code")[];
            passkeys: number;
            identities: number;
        };
        ReplayDeadLettersRequest: {
            reason: string;
            ids?: string[];
        };
        ResetPasswordReply: {
            message: string;
            remaining: components["schemas"]["RemainingFactors"];
        };
        ResetPasswordRequest: {
            identifier: string;
            channel?: "email" | "sms";
            code: string;
            password: string;
        };
        ReverseTransferRequest: {
            reason: string;
            note?: string;
        };
        Rule: {
            id: string;
            name: string;
            order: number;
            match: "all" | "any";
            conditions: components["schemas"]["RuleCondition"][];
            actions: components["schemas"]["RuleActions"];
            enabled: boolean;
            createdAt: string;
        };
        RuleActions: {
            categoryId?: string;
            addTags?: string[];
            description?: string;
        };
        RuleActionsRequest: {
            categoryId?: string;
            addTags?: string[];
            description?: string;
        };
        RuleCondition: {
            field: string;
        } & {
            [key: string]: unknown;
        };
        RulePreview: {
            checked: number;
            complete: boolean;
            matched: number;
            wouldChange: number;
            data: components["schemas"]["PreviewedRow"][];
        };
        ScheduleTransferRequest: {
            to: components["schemas"]["Recipient"];
            amount: number;
            currency: string;
            note?: string;
            visibility?: "private" | "friends" | "public";
            frequency: "once" | "daily" | "weekly" | "biweekly" | "monthly" | "quarterly" | "yearly";
            startsAt: string;
            endsAt?: string;
            timeZone?: string;
            retries?: number;
            reference?: string;
            metadata?: {
                [key: string]: string;
            };
            shareMetadata?: boolean;
        };
        ScheduledOccurrence: {
            number: number;
            dueAt: string;
            status: "posted" | "failed" | "skipped";
            transferId: string | null;
            failure: string | null;
            reason: string | null;
        };
        ScheduledTransfer: {
            id: string;
            status: "active" | "paused" | "done" | "cancelled";
            to: components["schemas"]["ScheduledTransferTo"];
            amount: number;
            currency: string;
            note: string;
            visibility: "private" | "friends" | "public";
            frequency: "once" | "daily" | "weekly" | "biweekly" | "monthly" | "quarterly" | "yearly";
            startsAt: string;
            timeZone: string;
            retries: number;
            endsAt: string | null;
            nextAt: string | null;
            reference: string | null;
            metadata: {
                [key: string]: string;
            };
            createdAt: string;
        };
        ScheduledTransferTo: {
            userId: string;
            accountId: string | null;
        };
        ScheduledTransferWithOccurrences: {
            id: string;
            status: "active" | "paused" | "done" | "cancelled";
            to: components["schemas"]["ScheduledTransferTo"];
            amount: number;
            currency: string;
            note: string;
            visibility: "private" | "friends" | "public";
            frequency: "once" | "daily" | "weekly" | "biweekly" | "monthly" | "quarterly" | "yearly";
            startsAt: string;
            timeZone: string;
            retries: number;
            endsAt: string | null;
            nextAt: string | null;
            reference: string | null;
            metadata: {
                [key: string]: string;
            };
            createdAt: string;
            occurrences: components["schemas"]["ScheduledOccurrence"][];
        };
        SealedBlock: {
            number: number;
            lastTransferId: string;
            hash: string;
        };
        SearchAllUsersReply: {
            data: components["schemas"]["KnownUser"][];
            nextCursor: string | null;
        };
        SearchUsersReply: {
            data: components["schemas"]["Person"][];
        };
        SecondFactorNeeded: {
            secondFactorRequired: true;
            challenge: string;
            factors: ("totp" | "otp-email" | "otp-sms" | "passkey" | "recovery-code")[];
            expiresAt: string;
        };
        SecurityEvent: {
            n: number;
            type: string;
            at: string;
            area: string;
            sessionId: string | null;
            detail: {
                [key: string]: string | number | boolean | null;
            };
        };
        SecurityLink: {
            kind: "freeze" | "undo-contact";
            done: boolean;
            message?: string;
        };
        SendBatchReply: {
            results: (components["schemas"]["PostedTransfer"] | components["schemas"]["RefusedTransfer"])[];
        };
        SendBatchRequest: {
            transfers: components["schemas"]["SendMoneyRequest"][];
            atomic?: boolean;
        };
        SendMoneyRequest: {
            to: components["schemas"]["Recipient"];
            amount: number;
            currency: string;
            note?: string;
            visibility?: "private" | "friends" | "public";
            reference?: string;
            metadata?: {
                [key: string]: string;
            };
            shareMetadata?: boolean;
        };
        SendOtpRequest: {
            purpose: "verify-email" | "verify-mobile" | "password-reset" | "second-factor";
            identifier?: string;
            challenge?: string;
            channel?: "email" | "sms";
        };
        Session: {
            id: string;
            current: boolean;
            platform: string;
            device: string;
            area: string;
            via: string;
            pushToken: boolean;
            createdAt: string;
            lastUsedAt: string;
            expiresAt: string;
        };
        SessionOfUser: {
            id: string;
            platform: string;
            device: string;
            area: string;
            via: string;
            pushToken: boolean;
            createdAt: string;
            lastUsedAt: string;
            expiresAt: string;
        };
        SetAccountLimitsRequest: {
            reason: string;
            limits: components["schemas"]["AccountLimits"] | null;
        };
        SetOwnPictureRequest: {
            image: string;
        };
        SetWalletBalanceRequest: {
            balance: number;
            date?: string;
            description?: string;
        };
        SignInRequest: {
            identifier: string;
            password: string;
            rememberMe?: boolean;
            cookies?: boolean;
            trustedDevice?: string;
            device?: components["schemas"]["Device"];
        };
        SignInWithGoogleRequest: {
            idToken: string;
            rememberMe?: boolean;
            cookies?: boolean;
            trustedDevice?: string;
            device?: components["schemas"]["Device"];
        };
        SignInWithPasskeyRequest: {
            challenge: string;
            response: components["schemas"]["PasskeyAssertion"];
            rememberMe?: boolean;
            cookies?: boolean;
            device?: components["schemas"]["Device"];
        };
        SignedIn: {
            accessToken?: string;
            tokenType: "Bearer";
            expiresIn: number;
            refreshToken?: string;
            user: components["schemas"]["User"];
        };
        SigningKey: {
            kty: string;
            crv: string;
            x: string;
            y: string;
            kid: string;
            use: "sig";
            alg: "ES256";
        };
        SigningKeys: {
            keys: components["schemas"]["SigningKey"][];
        };
        Span: {
            from: string;
            to: string;
        };
        Spin: {
            reward: number;
            lastSpin: string;
            nextSpin: string | null;
        };
        Split: {
            id: string;
            amount: number;
            currency: string;
            note: string;
            reference: string | null;
            metadata: {
                [key: string]: string;
            };
            shares: components["schemas"]["SplitShare"][];
        };
        SplitBillRequestAmount: {
            method: "amount";
            amount: number;
            currency: string;
            note?: string;
            expiresAt?: string;
            reference?: string;
            metadata?: {
                [key: string]: string;
            };
            shareMetadata?: boolean;
            participants: components["schemas"]["SplitBillRequestAmountParticipant"][];
        };
        SplitBillRequestAmountParticipant: {
            user: components["schemas"]["PersonName"];
            amount: number;
        };
        SplitBillRequestEqual: {
            method: "equal";
            amount: number;
            currency: string;
            note?: string;
            expiresAt?: string;
            reference?: string;
            metadata?: {
                [key: string]: string;
            };
            shareMetadata?: boolean;
            participants: components["schemas"]["SplitBillRequestEqualParticipant"][];
        };
        SplitBillRequestEqualParticipant: {
            user: components["schemas"]["PersonName"];
        };
        SplitBillRequestPercent: {
            method: "percent";
            amount: number;
            currency: string;
            note?: string;
            expiresAt?: string;
            reference?: string;
            metadata?: {
                [key: string]: string;
            };
            shareMetadata?: boolean;
            participants: components["schemas"]["SplitBillRequestPercentParticipant"][];
        };
        SplitBillRequestPercentParticipant: {
            user: components["schemas"]["PersonName"];
            percent: number;
        };
        SplitBillRequestShares: {
            method: "shares";
            amount: number;
            currency: string;
            note?: string;
            expiresAt?: string;
            reference?: string;
            metadata?: {
                [key: string]: string;
            };
            shareMetadata?: boolean;
            participants: components["schemas"]["SplitBillRequestSharesParticipant"][];
        };
        SplitBillRequestSharesParticipant: {
            user: components["schemas"]["PersonName"];
            shares: number;
        };
        SplitShare: {
            userId: string;
            amount: number;
            requestId: string | null;
        };
        StatementCheck: {
            valid: boolean;
            currency?: string;
            lines?: number;
            owner?: components["schemas"]["StatementCheckOwner"] | null;
        };
        StatementCheckOwner: {
            name: string;
            username: string;
        };
        StepUpReply: {
            accessToken?: string;
            tokenType: "Bearer";
            expiresIn: number;
            user: components["schemas"]["User"];
        };
        StepUpRequest: {
            password?: string;
            code?: string;
            factor?: "totp" | "otp-email" | "otp-sms" | "recovery-code";
            passkey?: components["schemas"]["PasskeyAnswer"];
            googleToken?: string;
        };
        Summaries: {
            from: string;
            to: string;
            data: components["schemas"]["SummaryOfCurrency"][];
        };
        SummaryOfCategory: {
            categoryId: string | null;
            name: string;
            type: "income" | "expense" | "debt";
            icon: string;
            colour: string | null;
            parentId: string | null;
            amount: number;
            amountWithChildren: number;
        };
        SummaryOfCurrency: {
            currency: string;
            balance: number;
            income: number;
            expense: number;
            debt: number;
            owed: number;
            byCategory: components["schemas"]["SummaryOfCategory"][];
        };
        SystemHealth: {
            status: "ready" | "not ready";
            processes: components["schemas"]["SystemHealthProcesse"][];
            ledger: components["schemas"]["SystemHealthLedger"];
            deadLetters: components["schemas"]["SystemHealthDeadLetter"][];
        };
        SystemHealthDeadLetter: {
            consumer: string;
            count: number;
        };
        SystemHealthLedger: {
            integrityBreaches: number | null;
            unsealedSeconds: number | null;
        };
        SystemHealthProcesse: {
            name: string;
            ready: boolean;
            uptimeSeconds: number | null;
            memoryBytes: number | null;
            eventLoopP99Seconds: number | null;
            requests: number | null;
            failures: number | null;
            outboxRows: number | null;
            outboxLagSeconds: number | null;
            openBreakers: string[];
        };
        Tag: {
            id: string;
            name: string;
            count: number;
            createdAt: string;
        };
        TagInsight: {
            tagId: string;
            name: string;
            type: "income" | "expense" | "debt";
            amount: number;
            previous: number;
            change: number;
        };
        TagInsights: {
            from: string;
            to: string;
            previous: components["schemas"]["Span"];
            data: components["schemas"]["TagInsightsOfCurrency"][];
        };
        TagInsightsOfCurrency: {
            currency: string;
            tags: components["schemas"]["TagInsight"][];
        };
        TextCondition: {
            field: "text";
            is: "contains" | "equals" | "starts";
            value: string;
        };
        TotpSecret: {
            secret: string;
            otpauthUrl: string;
            qrDataUrl: string;
        };
        Transaction: {
            id: string;
            walletId: string;
            categoryId: string | null;
            type: "income" | "expense" | "debt" | "transfer" | "adjustment";
            direction: "in" | "out";
            amount: number;
            currency: string;
            description: string;
            note: string;
            tags: string[];
            splits: components["schemas"]["TransactionSplit"][];
            date: string;
            occurredAt: string;
            counterparty?: components["schemas"]["TransactionCounterparty"];
            rate?: string;
            transferId: string | null;
            createdBy: string;
            createdAt: string;
        };
        TransactionChanges: {
            walletId?: string;
            categoryId?: string;
            type?: "income" | "expense" | "debt";
            date?: string;
            addTags?: string[];
            removeTags?: string[];
        };
        TransactionCounterparty: {
            userId: string;
        };
        TransactionPart: {
            categoryId: string;
            amount: number;
            description?: string;
            tags?: string[];
        };
        TransactionSplit: {
            categoryId: string;
            amount: number;
            description: string;
            tags: string[];
        };
        Transfer: {
            id: string;
            kind: string;
            amount: number;
            currency: string;
            note: string;
            visibility: "private" | "friends" | "public";
            from: components["schemas"]["Party"];
            to: components["schemas"]["Party"];
            status: "posted" | "partly_refunded" | "refunded" | "reversed";
            refunded: number;
            reversedBy: string | null;
            refunds: components["schemas"]["TransferRefund"][];
            postedAt: string;
            reversesTransferId: string | null;
            exchange: components["schemas"]["TransferExchange"] | null;
            reference: string | null;
            metadata: {
                [key: string]: string;
            };
        };
        TransferError: {
            code: string;
            message: string;
            path: string | null;
        };
        TransferExchange: {
            from: components["schemas"]["Money"];
            to: components["schemas"]["Money"];
            rate: string;
        };
        TransferRefund: {
            id: string;
            amount: number;
            postedAt: string;
        };
        TrustedDevice: {
            id: string;
            device: string;
            createdAt: string;
            lastUsedAt: string;
            expiresAt: string;
        };
        TurnOnOtpFactorRequest: {
            channel: "email" | "sms";
        };
        TypeCondition: {
            field: "type";
            value: "income" | "expense" | "debt" | "transfer" | "adjustment";
        };
        UndoRulesReply: {
            restored: number;
            refused: components["schemas"]["RefusedRow"][];
        };
        UndoRulesRequest: {
            id: string;
        };
        UpcomingOccurrence: {
            number: number;
            date: string;
            dueAt: string;
            amount: number;
            currency: string;
        };
        UpdateBudgetRequest: {
            name?: string;
            categoryId?: string;
            categoryIds?: string[];
            tagIds?: string[];
            type?: "income" | "expense" | "debt";
            period?: "once" | "week" | "month" | "year" | "fortnight" | "own" | "quarter";
            periodStart?: string;
            periodEnd?: string;
            startsOn?: string;
            endsOn?: string | null;
            rollover?: "none" | "surplus" | "deficit" | "both";
            rolloverCap?: number | null;
            thresholds?: number[];
            amount?: number;
            description?: string;
        };
        UpdateCategoryRequest: {
            name?: string;
            type?: "income" | "expense" | "debt";
            icon?: string;
            colour?: string | null;
            parentId?: string | null;
            order?: number;
        };
        UpdateGoalRequest: {
            name?: string;
            description?: string;
            target?: number;
            targetDate?: string | null;
        };
        UpdateImportRequest: {
            format?: "csv" | "ofx" | "qif" | "camt" | "mt940" | "splitwise" | "firefly" | "ynab" | "actual" | "florin";
            encoding?: string;
            mapping?: components["schemas"]["UpdateImportRequestMapping"];
            account?: string | null;
            leaveOut?: number[];
            takeAnyway?: number[];
        };
        UpdateImportRequestMapping: {
            delimiter?: "," | ";" | "\t" | "|";
            headerRecord?: number;
            columns?: {
                [key: string]: number | null;
            };
            dateOrder?: "ymd" | "dmy" | "mdy";
            decimal?: "." | ",";
            invert?: boolean;
            debitSigned?: boolean;
        };
        UpdateMemberRequest: {
            role: "reader" | "writer";
        };
        UpdateNotificationPreferencesRequest: {
            preferences: components["schemas"]["UpdateNotificationPreferencesRequestPreference"][];
        };
        UpdateNotificationPreferencesRequestPreference: {
            kind: "code" | "security" | "welcome" | "friend-requested" | "friend-accepted" | "transfer-received" | "transfer-sent" | "transfer-reversed" | "payment-requested" | "payment-request-paid" | "payment-request-declined" | "payment-request-reminded" | "scheduled-transfer-failed" | "recurring-transaction-failed" | "budget-threshold-reached" | "wallet-invited" | "wallet-invitation-accepted" | "wallet-left" | "wallet-share-ended";
            channel: "inbox" | "email" | "sms" | "push";
            enabled: boolean;
        };
        UpdateOwnProfileRequest: {
            name?: string;
            timeZone?: string;
            locale?: string;
            preferences?: components["schemas"]["UpdateOwnProfileRequestPreferences"];
            details?: components["schemas"]["UpdateOwnProfileRequestDetails"];
        };
        UpdateOwnProfileRequestDetails: {
            givenName?: string;
            gender?: string;
            title?: string;
            phone?: string;
        };
        UpdateOwnProfileRequestPreferences: {
            firstDayOfWeek?: number;
            firstDayOfTheMonth?: number;
            monthStartOnWeekend?: "stay" | "before" | "after";
            firstMonthOfTheYear?: number;
            fortnightFrom?: string | null;
            ownPeriodStarts?: string[];
            paymentRequestsFrom?: "everybody" | "friends-of-friends" | "friends";
            friendRequestsFrom?: "everybody" | "friends-of-friends" | "friends";
        };
        UpdateRecurringTransactionRequest: {
            walletId?: string;
            toWalletId?: string;
            categoryId?: string;
            amount?: number;
            description?: string;
            frequency?: "daily" | "weekly" | "monthly" | "quarterly" | "yearly";
            every?: number;
            startDate?: string;
            lastDayOfMonth?: boolean;
            weekendRule?: "stay" | "before" | "after";
            time?: string;
            timeZone?: string;
            endDate?: string | null;
            count?: number | null;
        };
        UpdateRuleRequest: {
            name?: string;
            match?: "all" | "any";
            conditions?: (components["schemas"]["TextCondition"] | components["schemas"]["AmountCondition"] | components["schemas"]["CounterpartyCondition"] | components["schemas"]["WalletCondition"] | components["schemas"]["TypeCondition"])[];
            actions?: components["schemas"]["RuleActionsRequest"];
            enabled?: boolean;
        };
        UpdateScheduledTransferRequest: {
            amount?: number;
            note?: string;
            visibility?: "private" | "friends" | "public";
            frequency?: "once" | "daily" | "weekly" | "biweekly" | "monthly" | "quarterly" | "yearly";
            nextAt?: string;
            timeZone?: string;
            retries?: number;
            endsAt?: string | null;
            reference?: string | null;
            metadata?: {
                [key: string]: string;
            };
            shareMetadata?: boolean;
        };
        UpdateTransactionRequest: {
            amount?: number;
            description?: string;
            note?: string;
            tags?: string[];
            date?: string;
            occurredAt?: string;
            walletId?: string;
            categoryId?: string;
            splits?: components["schemas"]["TransactionPart"][];
            type?: "income" | "expense" | "debt";
            direction?: "in" | "out";
        };
        UpdateWalletRequest: {
            name?: string;
            type?: string;
            icon?: string;
            colour?: string | null;
            order?: number;
            description?: string;
            creditLimit?: number | null;
            balance?: number;
        };
        User: {
            id: string;
            email: string | null;
            emailVerified: boolean;
            name: string;
            username: string | null;
            mobile: string | null;
            mobileVerified: boolean;
            locale: string | null;
            timeZone: string | null;
            roles: ("user" | "support" | "admin")[];
            createdAt: string;
        };
        UserDescription: {
            id: string;
            email: string | null;
            emailVerified: boolean;
            name: string;
            username: string | null;
            mobile: string | null;
            mobileVerified: boolean;
            locale: string | null;
            timeZone: string | null;
            roles: ("user" | "support" | "admin")[];
            createdAt: string;
            status: "active" | "frozen" | "terminated";
            via: string;
            statusChangedAt: string | null;
            hasPassword: boolean;
            factors: ("totp" | "otp-email" | "otp-sms" | "passkey" | "recovery-code")[];
            passkeys: number;
            identities: components["schemas"]["Identity"][];
            sessions: components["schemas"]["SessionOfUser"][];
        };
        VerifySecondFactorReply: {
            accessToken?: string;
            tokenType: "Bearer";
            expiresIn: number;
            refreshToken?: string;
            user: components["schemas"]["User"];
            trustedDevice?: string;
        };
        VerifySecondFactorRequest: {
            challenge: string;
            code?: string;
            factor?: "totp" | "otp-email" | "otp-sms" | "recovery-code";
            passkey?: components["schemas"]["PasskeyAnswer"];
            trustDevice?: boolean;
            cookies?: boolean;
            device?: components["schemas"]["Device"];
        };
        Wallet: {
            id: string;
            name: string;
            type: string;
            icon: string;
            colour: string | null;
            order: number;
            currency: string;
            description: string;
            balance: number;
            creditLimit: number | null;
            main: boolean;
            archived: boolean;
            accountId: string;
            role: "owner" | "reader" | "writer";
            sharedBy?: components["schemas"]["TransactionCounterparty"];
            createdAt: string;
        };
        WalletCondition: {
            field: "wallet";
            walletId: string;
        };
        WalletInvitation: {
            id: string;
            wallet: components["schemas"]["ListWalletInvitationsReplyDataItemWallet"];
            owner: components["schemas"]["TransactionCounterparty"];
            role: "reader" | "writer";
            invitedAt: string;
        };
    };
    responses: {
        NotModified: {
            headers: {
                [name: string]: unknown;
            };
        };
        InvalidArgument: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        RateLimited: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        Unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        DeadlineExceeded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        ForbiddenOrStepUpRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        IdempotencyMismatchOrConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        InsufficientFunds: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        UnauthenticatedOrSessionRevoked: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        CodeInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        ForbiddenOrAccountFrozenOrAccountTerminated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        CodeExpired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        ForbiddenOrStepUpRequiredOrAccountFrozen: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        LimitExceeded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        StepUpRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        ForbiddenOrEmailNotVerifiedOrAccountTerminatedOrAccountFrozen: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        ForbiddenOrEmailNotVerifiedOrAccountFrozenOrAccountTerminated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        PasswordRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        CodeInvalidOrPasswordRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        ForbiddenOrSecondFactorRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        IdempotencyMismatch: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        ForbiddenOrAccountFrozen: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        InsufficientFundsOrLimitExceeded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        Id: string;
        Limit: number;
        Cursor: string;
        IdempotencyKey: string;
        Consumer: "auth.profiles" | "users.profiles" | "ledger.main-account" | "ledger.points" | "ledger.frozen" | "ledger.terminated" | "finance.owners" | "finance.transfers" | "notify.codes" | "notify.inbox";
        UserId: string;
        Search: string;
        Reference: string;
        From: string;
        To: string;
        WalletId: string;
        From2: string;
        To2: string;
        Currency: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
};
export type $defs = Record<string, never>;
export interface operations {
    listAccounts: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAccountsReply"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
        };
    };
    getBalance: {
        parameters: {
            query?: {
                at?: string;
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Balance"];
                };
            };
        };
    };
    listEntries: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListEntriesReply"];
                };
            };
        };
    };
    getStatement: {
        parameters: {
            query: {
                from: string;
                to: string;
                format?: "csv" | "pdf";
                bom?: "true" | "false";
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/pdf": string;
                };
            };
        };
    };
    listAccountsOfUser: {
        parameters: {
            query: {
                userId: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAccountsOfUserReply"];
                };
            };
        };
    };
    getAnyAccount: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedAccount"];
                };
            };
        };
    };
    closeAccount: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseAccountRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
        };
    };
    listEntriesOfAnyAccount: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListEntriesReply"];
                };
            };
        };
    };
    freezeAccount: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseAccountRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
        };
    };
    setAccountLimits: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetAccountLimitsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
        };
    };
    unfreezeAccount: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseAccountRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
        };
    };
    listAdminActions: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                subjectId?: string;
                adminId?: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAdminActionsReply"];
                };
            };
        };
    };
    adjustBalance: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustBalanceRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
        };
    };
    listDeadLetterActions: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListDeadLetterActionsReply"];
                };
            };
        };
    };
    countDeadLetters: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountDeadLettersReply"];
                };
            };
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                limit?: number;
            };
            path: {
                consumer: components["parameters"]["Consumer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListDeadLettersReply"];
                };
            };
        };
    };
    discardDeadLetters: {
        parameters: {
            path: {
                consumer: components["parameters"]["Consumer"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscardDeadLettersRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLettersDone"];
                };
            };
        };
    };
    replayDeadLetters: {
        parameters: {
            path: {
                consumer: components["parameters"]["Consumer"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayDeadLettersRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLettersDone"];
                };
            };
        };
    };
    getDeadLetter: {
        parameters: {
            path: {
                consumer: components["parameters"]["Consumer"];
                id: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterWithEvent"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemHealth"];
                };
            };
        };
    };
    checkIntegrity: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrity"];
                };
            };
        };
    };
    listAllTransfers: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                counterparty?: string;
                text?: string;
                from?: string;
                to?: string;
                minAmount?: string;
                maxAmount?: string;
                kind?: "deposit" | "withdrawal" | "peer" | "wallet" | "refund" | "reversal" | "capture" | "exchange" | "points" | "adjustment";
                status?: "posted" | "partly_refunded" | "refunded" | "reversed";
                currency?: string;
                userId?: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAllTransfersReply"];
                };
            };
        };
    };
    getAnyTransfer: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamedTransfer"];
                };
            };
        };
    };
    reverseTransfer: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReverseTransferRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
        };
    };
    searchAllUsers: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                query?: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAllUsersReply"];
                };
            };
        };
    };
    describeUser: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDescription"];
                };
            };
        };
    };
    listEventsOfUser: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListEventsOfUserReply"];
                };
            };
        };
    };
    listFactors: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Factors"];
                };
            };
        };
    };
    turnOnOtpFactor: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TurnOnOtpFactorRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
        };
    };
    turnOffOtpFactor: {
        parameters: {
            path: {
                channel: "email" | "sms";
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    replaceRecoveryCodes: {
        parameters: {
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
        };
    };
    beginTotp: {
        parameters: {
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSecret"];
                };
            };
        };
    };
    turnOffTotp: {
        parameters: {
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    confirmTotp: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmTotpRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
        };
    };
    listTrustedDevices: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTrustedDevicesReply"];
                };
            };
        };
    };
    forgetTrustedDevice: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    verifySecondFactor: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifySecondFactorRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifySecondFactorReply"];
                };
            };
        };
    };
    closeOwnAccount: {
        parameters: {
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CloseOwnAccountRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    beginEmailChange: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseOwnAccountRequestPayOutTo2"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    confirmEmailChange: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmEmailChangeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmEmailChangeReply"];
                };
            };
        };
    };
    listSecurityEvents: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListEventsOfUserReply"];
                };
            };
        };
    };
    exportAuthData: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthData"];
                };
            };
        };
    };
    signInWithGoogle: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInWithGoogleRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"] | components["schemas"]["SecondFactorNeeded"];
                };
            };
        };
    };
    listIdentities: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListIdentitiesReply"];
                };
            };
        };
    };
    unlinkIdentities: {
        parameters: {
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    getSecurityLink: {
        parameters: {
            path: {
                token: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityLink"];
                    "text/html": string;
                };
            };
        };
    };
    followSecurityLink: {
        parameters: {
            path: {
                token: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityLink"];
                    "text/html": string;
                };
            };
        };
    };
    signIn: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"] | components["schemas"]["SecondFactorNeeded"];
                };
            };
        };
    };
    signOut: {
        parameters: {
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    beginMobileChange: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseOwnAccountRequestPayOutTo3"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    confirmMobileChange: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmMobileChangeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmEmailChangeReply"];
                };
            };
        };
    };
    checkOtp: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckOtpRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckOtpReply"];
                };
            };
        };
    };
    sendOtp: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendOtpRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    listPasskeys: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPasskeysReply"];
                };
            };
        };
    };
    addPasskey: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPasskeyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
        };
    };
    beginPasskey: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BeginPasskeyReply"];
                };
            };
        };
    };
    signInWithPasskey: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInWithPasskeyRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
        };
    };
    beginPasskeySignIn: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BeginPasskeyReply"];
                };
            };
        };
    };
    removePasskey: {
        parameters: {
            path: {
                id: string;
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    changePassword: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    beginPasswordReset: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginPasswordResetRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetPasswordReply"];
                };
            };
        };
    };
    refreshSession: {
        parameters: {
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshSessionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
        };
    };
    register: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmEmailChangeReply"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSessionsReply"];
                };
            };
        };
    };
    endOtherSessions: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndOtherSessionsReply"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    stepUp: {
        parameters: {
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["StepUpRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepUpReply"];
                };
            };
        };
    };
    setUsername: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseOwnAccountRequestPayOutTo"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmEmailChangeReply"];
                };
            };
        };
    };
    endSessionsOfUser: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndOtherSessionsReply"];
                };
            };
        };
    };
    verifyEmail: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmEmailChangeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmEmailChangeReply"];
                };
            };
        };
    };
    resendEmailCode: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseOwnAccountRequestPayOutTo2"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    verifyMobile: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmMobileChangeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmEmailChangeReply"];
                };
            };
        };
    };
    listBlocks: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListBlocksReply"];
                };
            };
        };
    };
    blockUser: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockUserRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BasicPerson"];
                };
            };
        };
    };
    unblockUser: {
        parameters: {
            path: {
                userId: components["parameters"]["UserId"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    listBudgets: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                categoryId?: string;
                tagId?: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListBudgetsReply"];
                };
            };
        };
    };
    createBudget: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBudgetRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Budget"];
                };
            };
        };
    };
    getBudget: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Budget"];
                };
            };
        };
    };
    deleteBudget: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    updateBudget: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateBudgetRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Budget"];
                };
            };
        };
    };
    listBudgetPeriods: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListBudgetPeriodsReply"];
                };
            };
        };
    };
    listCategories: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                type?: "income" | "expense" | "debt";
                search?: components["parameters"]["Search"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListCategoriesReply"];
                };
            };
        };
    };
    createCategory: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCategoryRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
        };
    };
    orderCategories: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderCategoriesRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    getCategory: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
        };
    };
    deleteCategory: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    updateCategory: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateCategoryRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
        };
    };
    mergeCategory: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeCategoryRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
        };
    };
    listDeposits: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                reference?: components["parameters"]["Reference"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListDepositsReply"];
                };
            };
        };
    };
    createDeposit: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDepositRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Funding"];
                };
            };
        };
    };
    receiveFundingCallback: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiveFundingCallbackRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiveFundingCallbackReply"];
                };
            };
        };
    };
    getDeposit: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Funding"];
                };
            };
        };
    };
    listExchanges: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListExchangesReply"];
                };
            };
        };
    };
    createExchange: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateExchangeRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exchange"];
                };
            };
        };
    };
    createExchangeQuote: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateExchangeQuoteRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exchange"];
                };
            };
        };
    };
    exportTransactions: {
        parameters: {
            query?: {
                walletId?: string[];
                categoryId?: (string | "none")[];
                type?: ("income" | "expense" | "debt" | "transfer" | "adjustment")[];
                anyTags?: string[];
                allTags?: string[];
                amountMin?: number;
                amountMax?: number;
                from?: components["parameters"]["From"];
                to?: components["parameters"]["To"];
                search?: components["parameters"]["Search"];
                format?: "csv" | "json";
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportTransactionsReply"];
                    "text/csv": string;
                };
            };
        };
    };
    exportEverything: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
        };
    };
    getFeed: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetFeedReply"];
                };
            };
        };
    };
    listFriendRequests: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                direction?: "incoming" | "outgoing";
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListFriendRequestsReply"];
                };
            };
        };
    };
    sendFriendRequest: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockUserRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FriendRequest"];
                };
            };
        };
    };
    cancelFriendRequest: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    acceptFriendRequest: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FriendRequest"];
                };
            };
        };
    };
    declineFriendRequest: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FriendRequest"];
                };
            };
        };
    };
    listFriends: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListFriendsReply"];
                };
            };
        };
    };
    removeFriend: {
        parameters: {
            path: {
                userId: components["parameters"]["UserId"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    listGoals: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                status?: "open" | "closing" | "closed";
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListGoalsReply"];
                };
            };
        };
    };
    createGoal: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateGoalRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Goal"];
                };
            };
        };
    };
    getGoal: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Goal"];
                };
            };
        };
    };
    deleteGoal: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    updateGoal: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateGoalRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Goal"];
                };
            };
        };
    };
    closeGoal: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CloseGoalRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Goal"];
                };
            };
        };
    };
    pledgeToGoal: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PledgeToGoalRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Goal"];
                };
            };
        };
    };
    withdrawFromGoal: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PledgeToGoalRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Goal"];
                };
            };
        };
    };
    listHolds: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                reference?: components["parameters"]["Reference"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListHoldsReply"];
                };
            };
        };
    };
    createHold: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateHoldRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
        };
    };
    getHold: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamedHold"];
                };
            };
        };
    };
    captureHold: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CaptureHoldRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
        };
    };
    voidHold: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListImportsReply"];
                };
            };
        };
    };
    createImport: {
        parameters: {
            query?: {
                walletId?: components["parameters"]["WalletId"];
                format?: "csv" | "ofx" | "qif" | "camt" | "mt940" | "splitwise" | "firefly" | "ynab" | "actual" | "florin";
                encoding?: string;
            };
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateImportReply"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                    "text/event-stream": string;
                };
            };
        };
    };
    updateImport: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateImportRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    commitImport: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    listImportRows: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                status?: "new" | "duplicate" | "skipped";
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListImportRowsReply"];
                };
            };
        };
    };
    undoImport: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    getCashFlow: {
        parameters: {
            query?: {
                from?: components["parameters"]["From2"];
                to?: components["parameters"]["To2"];
                walletId?: components["parameters"]["WalletId"];
                currency?: components["parameters"]["Currency"];
                interval?: "day" | "week" | "month" | "quarter" | "year";
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CashFlow"];
                };
            };
        };
    };
    getCategoryInsights: {
        parameters: {
            query?: {
                from?: components["parameters"]["From2"];
                to?: components["parameters"]["To2"];
                walletId?: components["parameters"]["WalletId"];
                currency?: components["parameters"]["Currency"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryInsights"];
                };
            };
        };
    };
    getFlows: {
        parameters: {
            query?: {
                from?: components["parameters"]["From2"];
                to?: components["parameters"]["To2"];
                walletId?: components["parameters"]["WalletId"];
                currency?: components["parameters"]["Currency"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flows"];
                };
            };
        };
    };
    getForecast: {
        parameters: {
            query?: {
                to?: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Forecast"];
                };
            };
        };
    };
    getNetWorth: {
        parameters: {
            query?: {
                from?: components["parameters"]["From2"];
                to?: components["parameters"]["To2"];
                walletId?: components["parameters"]["WalletId"];
                currency?: components["parameters"]["Currency"];
                interval?: "day" | "week" | "month" | "quarter" | "year";
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetWorth"];
                };
            };
        };
    };
    getTagInsights: {
        parameters: {
            query?: {
                from?: components["parameters"]["From2"];
                to?: components["parameters"]["To2"];
                walletId?: components["parameters"]["WalletId"];
                currency?: components["parameters"]["Currency"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagInsights"];
                };
            };
        };
    };
    getLimits: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetLimitsReply"];
                };
            };
        };
    };
    getNotificationPreferences: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
        };
    };
    updateNotificationPreferences: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateNotificationPreferencesRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                unread?: "true" | "false";
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListNotificationsReply"];
                };
            };
        };
    };
    readAllNotifications: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadAllNotificationsReply"];
                };
            };
        };
    };
    streamNotifications: {
        parameters: {
            query?: {
                lastEventId?: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    readNotification: {
        parameters: {
            path: {
                id: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notification"];
                };
            };
        };
    };
    listPaymentRequests: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                direction?: "incoming" | "outgoing";
                status?: "pending" | "paid" | "partly_refunded" | "refunded" | "declined" | "cancelled" | "expired";
                splitId?: string;
                reference?: components["parameters"]["Reference"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPaymentRequestsReply"];
                };
            };
        };
    };
    createPaymentRequest: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePaymentRequestRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRequest"];
                };
            };
        };
    };
    getPaymentRequest: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamedPaymentRequest"];
                };
            };
        };
    };
    cancelPaymentRequest: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRequest"];
                };
            };
        };
    };
    declinePaymentRequest: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRequest"];
                };
            };
        };
    };
    payRequest: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PayRequestRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayRequestReply"];
                };
            };
        };
    };
    remindPayer: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRequest"];
                };
            };
        };
    };
    listRecurringTransactions: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                status?: "active" | "paused" | "done";
                walletId?: components["parameters"]["WalletId"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListRecurringTransactionsReply"];
                };
            };
        };
    };
    createRecurringTransaction: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRecurringTransactionRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringTransaction"];
                };
            };
        };
    };
    findRecurringCandidates: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindRecurringCandidatesReply"];
                };
            };
        };
    };
    getRecurringTransaction: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringTransaction"];
                };
            };
        };
    };
    deleteRecurringTransaction: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    updateRecurringTransaction: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateRecurringTransactionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringTransaction"];
                };
            };
        };
    };
    listOccurrences: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListOccurrencesReply"];
                };
            };
        };
    };
    retryOccurrence: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
                number: number;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Occurrence"];
                };
            };
        };
    };
    pauseRecurringTransaction: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringTransaction"];
                };
            };
        };
    };
    resumeRecurringTransaction: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringTransaction"];
                };
            };
        };
    };
    skipOccurrence: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringTransaction"];
                };
            };
        };
    };
    listUpcomingOccurrences: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListUpcomingOccurrencesReply"];
                };
            };
        };
    };
    listRules: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                enabled?: "true" | "false";
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListRulesReply"];
                };
            };
        };
    };
    createRule: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRuleRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
        };
    };
    applyRules: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ApplyRulesRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplyRulesReply"];
                };
            };
        };
    };
    orderRules: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderCategoriesRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    previewRules: {
        parameters: {
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PreviewRulesRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulePreview"];
                };
            };
        };
    };
    undoRules: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoRulesRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndoRulesReply"];
                };
            };
        };
    };
    getRule: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
        };
    };
    deleteRule: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    updateRule: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateRuleRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
        };
    };
    listScheduledTransfers: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                reference?: components["parameters"]["Reference"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListScheduledTransfersReply"];
                };
            };
        };
    };
    scheduleTransfer: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleTransferRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledTransfer"];
                };
            };
        };
    };
    getScheduledTransfer: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledTransferWithOccurrences"];
                };
            };
        };
    };
    updateScheduledTransfer: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateScheduledTransferRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledTransfer"];
                };
            };
        };
    };
    cancelScheduledTransfer: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledTransfer"];
                };
            };
        };
    };
    pauseScheduledTransfer: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledTransfer"];
                };
            };
        };
    };
    resumeScheduledTransfer: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledTransfer"];
                };
            };
        };
    };
    skipScheduledTransfer: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledTransfer"];
                };
            };
        };
    };
    splitBill: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitBillRequestEqual"] | components["schemas"]["SplitBillRequestAmount"] | components["schemas"]["SplitBillRequestPercent"] | components["schemas"]["SplitBillRequestShares"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Split"];
                };
            };
        };
    };
    verifyStatement: {
        parameters: {
            query: {
                number: string;
                account: string;
                from: string;
                to: string;
                opening: string;
                closing: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementCheck"];
                };
            };
        };
    };
    getSummary: {
        parameters: {
            query?: {
                walletId?: components["parameters"]["WalletId"];
                from?: components["parameters"]["From"];
                to?: components["parameters"]["To"];
                period?: "week" | "month" | "year" | "fortnight" | "own" | "quarter";
                at?: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summaries"];
                };
            };
        };
    };
    listTags: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                search?: components["parameters"]["Search"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTagsReply"];
                };
            };
        };
    };
    createTag: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTagRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
        };
    };
    getTag: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
        };
    };
    deleteTag: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    updateTag: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTagRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
        };
    };
    mergeTag: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeCategoryRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                walletId?: string[];
                categoryId?: (string | "none")[];
                type?: ("income" | "expense" | "debt" | "transfer" | "adjustment")[];
                anyTags?: string[];
                allTags?: string[];
                amountMin?: number;
                amountMax?: number;
                from?: components["parameters"]["From"];
                to?: components["parameters"]["To"];
                search?: components["parameters"]["Search"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTransactionsReply"];
                };
            };
        };
    };
    createTransaction: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTransactionRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transaction"];
                };
            };
        };
    };
    changeTransactions: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTransactionsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Change"];
                };
            };
        };
    };
    undoChange: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Change"];
                };
            };
        };
    };
    moveBetweenWallets: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBetweenWalletsRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoveBetweenWalletsReply"];
                };
            };
        };
    };
    getTransaction: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transaction"];
                };
            };
        };
    };
    deleteTransaction: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    updateTransaction: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateTransactionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transaction"];
                };
            };
        };
    };
    listAttachments: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAttachmentsReply"];
                };
            };
        };
    };
    addAttachment: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
        };
    };
    getAttachment: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
                attachmentId: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/gif": string;
                    "image/webp": string;
                    "image/heic": string;
                    "application/pdf": string;
                };
            };
        };
    };
    deleteAttachment: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
                attachmentId: string;
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    listTransfers: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                reference?: components["parameters"]["Reference"];
                direction?: "in" | "out";
                counterparty?: string;
                text?: string;
                from?: string;
                to?: string;
                minAmount?: string;
                maxAmount?: string;
                kind?: "deposit" | "withdrawal" | "peer" | "wallet" | "refund" | "reversal" | "capture" | "exchange" | "points" | "adjustment";
                status?: "posted" | "partly_refunded" | "refunded" | "reversed";
                currency?: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAllTransfersReply"];
                };
            };
        };
    };
    sendMoney: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendMoneyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
        };
    };
    sendBatch: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendBatchRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendBatchReply"];
                };
            };
        };
    };
    getTransfer: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamedTransfer"];
                };
            };
        };
    };
    refundTransfer: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefundTransferRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
        };
    };
    searchUsers: {
        parameters: {
            query?: {
                query?: string;
                limit?: number;
                ids?: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchUsersReply"];
                };
            };
        };
    };
    getOwnProfile: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnProfile"];
                };
            };
        };
    };
    updateOwnProfile: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOwnProfileRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnProfile"];
                };
            };
        };
    };
    getMembershipCard: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipCard"];
                };
            };
        };
    };
    getMembershipBarcode: {
        parameters: {
            query?: {
                format?: "png" | "svg";
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
        };
    };
    checkIn: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckIn"];
                };
            };
        };
    };
    getOwnPicture: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
        };
    };
    setOwnPicture: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetOwnPictureRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Picture"];
                };
            };
        };
    };
    removeOwnPicture: {
        parameters: {
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    spinWheel: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Spin"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
        };
    };
    getUserPicture: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
        };
    };
    listWalletInvitations: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListWalletInvitationsReply"];
                };
            };
        };
    };
    acceptWalletInvitation: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    declineWalletInvitation: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    listWallets: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                shared?: "true" | "false";
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListWalletsReply"];
                };
            };
        };
    };
    createWallet: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWalletRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wallet"];
                };
            };
        };
    };
    orderWallets: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderCategoriesRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    getWallet: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wallet"];
                };
            };
        };
    };
    deleteWallet: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    updateWallet: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateWalletRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wallet"];
                };
            };
        };
    };
    listCategoriesOfWallet: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                type?: "income" | "expense" | "debt";
                search?: components["parameters"]["Search"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListCategoriesReply"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                status?: ("invited" | "accepted" | "declined" | "withdrawn" | "left" | "removed")[];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListMembersReply"];
                };
            };
        };
    };
    inviteMember: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteMemberRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    getMember: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
                userId: components["parameters"]["UserId"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    endMembership: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
                userId: components["parameters"]["UserId"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
            };
        };
    };
    updateMember: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
                userId: components["parameters"]["UserId"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMemberRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    reopenWallet: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wallet"];
                };
            };
        };
    };
    setWalletBalance: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetWalletBalanceRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wallet"];
                };
            };
        };
    };
    listWithdrawals: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                reference?: components["parameters"]["Reference"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListDepositsReply"];
                };
            };
        };
    };
    createWithdrawal: {
        parameters: {
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDepositRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Funding"];
                };
            };
        };
    };
    getWithdrawal: {
        parameters: {
            path: {
                id: components["parameters"]["Id"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Funding"];
                };
            };
        };
    };
}
