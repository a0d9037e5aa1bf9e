namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>What must hold of a record before its fields mean anything.</summary>
internal static class RowShape
{
    /// <returns>False where the row is wrong; the log then says why.</returns>
    public static bool Check(RecordReader rows, int columns, RowLog log)
    {
        RowErrorReason? reason =
            rows.HasControlCharacter ? RowErrorReason.ControlCharacter
            : rows.HasStrayQuote ? RowErrorReason.BrokenQuotes
            : rows.FieldCount != columns ? RowErrorReason.WrongFieldCount
            : null;
        if (reason is { } wrong)
            log.Error(rows.Row, "", rows[0], wrong);
        return reason is null;
    }
}
