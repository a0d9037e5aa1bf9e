using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

/// <summary>
/// What a row of a seller's ledger takes on the disk, measured on the latest ones: SQLite's own table of page
/// use is not in the library that .NET brings.
/// </summary>
internal static class StorageSample
{
    private const int SampledRows = 5_000;

    /// <summary>
    /// Beside the texts: the row's header and its numbers as SQLite packs them (about 48), the entry in the index
    /// of line ids (about 14).
    /// </summary>
    private const int FixedBytes = 62;

    /// <summary>Pages of a tree that grows mostly at its end are so full on average.</summary>
    private const double Fill = 0.9;

    public static long BytesOfARow(PortalDbContext context)
    {
        context.Database.OpenConnection();
        using var sample = new PreparedStatement(
            (SqliteConnection)context.Database.GetDbConnection(),
            """
            SELECT count(*), sum(2 * length(CAST("LineId" AS BLOB)) + length(CAST("OrderId" AS BLOB))
                + length(CAST("Sku" AS BLOB)) + coalesce(length(CAST("Category" AS BLOB)), 0))
            FROM (SELECT "LineId", "OrderId", "Sku", "Category" FROM "PurchaseLines" WHERE "SellerId" = ?1
                  ORDER BY "Sequence" DESC LIMIT ?2)
            """
        );
        sample.Bind(1, context.Seller.Value);
        sample.Bind(2, SampledRows);
        sample.Step();
        var rows = sample.Int64(0);
        return rows == 0 ? 0 : (long)((FixedBytes + (double)sample.Int64(1) / rows) / Fill);
    }
}
