using Microsoft.Data.Sqlite;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

/// <summary>Takes the rows of one import out of a seller's ledger, inside whatever transaction is open.</summary>
internal static class UndoStatements
{
    /// <summary>Rows of the import that a row of another import corrected.</summary>
    private const string Corrected = """
        SELECT COUNT(*) FROM "PurchaseLines" l JOIN "PurchaseLines" s
            ON s."SellerId" = l."SellerId" AND s."Sequence" = l."SupersededBy"
        WHERE l."SellerId" = ?1 AND l."ImportId" = ?2 AND s."ImportId" <> ?2
        """;

    private const string Keep = """
        INSERT INTO "UndoneLines" ("SellerId", "Sequence", "UndoneAtSequence", "Buyer", "LineId", "Version",
            "SupersededBy", "OrderId", "Sku", "Category", "Quantity", "ListAmount", "SellerAmount", "PaidAmount",
            "WithLoyaltyDiscount", "BoughtAt", "ReturnedAt", "ReturnedQuantity", "ImportId")
        SELECT l."SellerId", l."Sequence", ?3, b."ExternalId", l."LineId", l."Version",
            l."SupersededBy", l."OrderId", l."Sku", l."Category", l."Quantity", l."ListAmount", l."SellerAmount",
            l."PaidAmount", l."WithLoyaltyDiscount", l."BoughtAt", l."ReturnedAt", l."ReturnedQuantity", l."ImportId"
        FROM "PurchaseLines" l JOIN "Buyers" b ON b."Key" = l."BuyerKey"
        WHERE l."SellerId" = ?1 AND l."ImportId" = ?2
        """;

    // What the import had corrected holds again. Where it corrected a line twice, the row before its first one.
    private const string Restore = """
        UPDATE "PurchaseLines" SET "SupersededBy" = NULL
        WHERE "SellerId" = ?1 AND "ImportId" <> ?2 AND "SupersededBy" IN
            (SELECT "Sequence" FROM "PurchaseLines" WHERE "SellerId" = ?1 AND "ImportId" = ?2)
        """;

    private const string Remove = """
        DELETE FROM "PurchaseLines" WHERE "SellerId" = ?1 AND "ImportId" = ?2
        """;

    private const string Left = """
        SELECT COUNT(*), MIN("BoughtAt"), MAX("BoughtAt") FROM "PurchaseLines"
        WHERE "SellerId" = ?1 AND "SupersededBy" IS NULL
        """;

    public static long CountCorrected(SqliteConnection connection, SellerId seller, long importId)
    {
        using var statement = Prepare(connection, Corrected, seller);
        statement.Bind(2, importId);
        statement.Step();
        return statement.Int64(0);
    }

    /// <returns>Rows that were taken out.</returns>
    public static int TakeOut(SqliteConnection connection, SellerId seller, long importId, long sequence)
    {
        using (var keep = Prepare(connection, Keep, seller))
        {
            keep.Bind(2, importId);
            keep.Bind(3, sequence);
            keep.Run();
        }
        using (var restore = Prepare(connection, Restore, seller))
        {
            restore.Bind(2, importId);
            restore.Run();
        }
        using var remove = Prepare(connection, Remove, seller);
        remove.Bind(2, importId);
        return remove.RunCounting();
    }

    /// <summary>Current lines with the first and the last purchase, in milliseconds since 1970.</summary>
    public static (long Lines, long? First, long? Last) WhatIsLeft(
        SqliteConnection connection,
        SellerId seller
    )
    {
        using var left = Prepare(connection, Left, seller);
        left.Step();
        return left.Int64(0) is var lines and > 0 ? (lines, left.Int64(1), left.Int64(2)) : (0, null, null);
    }

    private static PreparedStatement Prepare(SqliteConnection connection, string sql, SellerId seller)
    {
        var statement = new PreparedStatement(connection, sql);
        statement.Bind(1, seller.Value);
        return statement;
    }
}
