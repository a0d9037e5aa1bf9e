using Microsoft.Data.Sqlite;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

/// <summary>The statements with which lines of one seller are looked up and stored.</summary>
internal sealed class LineStatements(SqliteConnection connection, SellerId seller) : IDisposable
{
    private readonly PreparedStatement _highest = new(
        connection,
        """
        SELECT "Version", "Sequence", "ImportId" FROM "PurchaseLines"
        WHERE "SellerId" = ?1 AND "LineId" = ?2 ORDER BY "Version" DESC LIMIT 1
        """
    );

    private readonly PreparedStatement _boughtAt = new(
        connection,
        """SELECT "BoughtAt" FROM "PurchaseLines" WHERE "SellerId" = ?1 AND "Sequence" = ?2"""
    );

    private readonly PreparedStatement _content = new(
        connection,
        """
        SELECT "BuyerKey", "OrderId", "Sku", "Category", "Quantity", "ListAmount", "SellerAmount",
               "PaidAmount", "WithLoyaltyDiscount", "BoughtAt", "ReturnedAt", "ReturnedQuantity"
        FROM "PurchaseLines" WHERE "SellerId" = ?1 AND "LineId" = ?2 AND "Version" = ?3
        """
    );

    private readonly PreparedStatement _insert = new(
        connection,
        """
        INSERT INTO "PurchaseLines" ("SellerId", "Sequence", "BuyerKey", "LineId", "Version", "OrderId",
            "Sku", "Category", "Quantity", "ListAmount", "SellerAmount", "PaidAmount",
            "WithLoyaltyDiscount", "BoughtAt", "ReturnedAt", "ReturnedQuantity", "ImportId")
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
        ON CONFLICT ("SellerId", "LineId", "Version") DO NOTHING
        """
    );

    private readonly PreparedStatement _supersede = new(
        connection,
        """UPDATE "PurchaseLines" SET "SupersededBy" = ?3 WHERE "SellerId" = ?1 AND "Sequence" = ?2"""
    );

    /// <summary>The highest stored version of a line, if there is any, with its sequence and import.</summary>
    public (int Version, long Sequence, long ImportId)? FindHighest(string lineId)
    {
        _highest.Bind(1, seller.Value);
        _highest.Bind(2, lineId);
        (int, long, long)? found = _highest.Step()
            ? (_highest.Int32(0), _highest.Int64(1), _highest.Int64(2))
            : null;
        _highest.Reset();
        return found;
    }

    /// <summary>When a stored line was bought, in milliseconds since 1970.</summary>
    public long BoughtAtOf(long sequence)
    {
        _boughtAt.Bind(1, seller.Value);
        _boughtAt.Bind(2, sequence);
        _boughtAt.Step();
        var at = _boughtAt.Int64(0);
        _boughtAt.Reset();
        return at;
    }

    /// <summary>Whether that version of the line is stored, and then whether with this content.</summary>
    public bool? HasContent(long buyerKey, NewPurchaseLine line)
    {
        var s = _content;
        s.Bind(1, seller.Value);
        s.Bind(2, line.LineId);
        s.Bind(3, line.Version);
        bool? same = s.Step()
            ? s.Int64(0) == buyerKey
                && s.Text(1) == line.OrderId
                && s.Text(2) == line.Sku
                && (s.IsNull(3) ? null : s.Text(3)) == line.Category
                && s.Int64(4) == line.Quantity
                && s.Int64(5) == line.ListAmount.TenThousandths
                && s.Int64(6) == line.SellerAmount.TenThousandths
                && s.Int64(7) == line.PaidAmount.TenThousandths
                && s.Int64(8) == (line.WithLoyaltyDiscount ? 1 : 0)
                && s.Int64(9) == line.BoughtAt.ToUnixTimeMilliseconds()
                && (s.IsNull(10) ? null : s.Int64(10)) == line.ReturnedAt?.ToUnixTimeMilliseconds()
                && s.Int64(11) == line.ReturnedQuantity
            : null;
        s.Reset();
        return same;
    }

    /// <returns>False where that version of the line is stored already: then nothing has changed.</returns>
    public bool Insert(long sequence, long buyerKey, long importId, NewPurchaseLine line)
    {
        var s = _insert;
        s.BindIfChanged(1, seller.Value);
        s.Bind(2, sequence);
        s.BindIfChanged(3, buyerKey);
        s.Bind(4, line.LineId);
        s.BindIfChanged(5, line.Version);
        s.BindIfChanged(6, line.OrderId);
        s.BindIfChanged(7, line.Sku);
        s.BindIfChanged(8, line.Category);
        s.BindIfChanged(9, line.Quantity);
        s.BindIfChanged(10, line.ListAmount.TenThousandths);
        s.BindIfChanged(11, line.SellerAmount.TenThousandths);
        s.BindIfChanged(12, line.PaidAmount.TenThousandths);
        s.BindIfChanged(13, line.WithLoyaltyDiscount ? 1 : 0);
        s.BindIfChanged(14, line.BoughtAt.ToUnixTimeMilliseconds());
        s.BindIfChanged(15, line.ReturnedAt?.ToUnixTimeMilliseconds());
        s.BindIfChanged(16, line.ReturnedQuantity);
        s.BindIfChanged(17, importId);
        return s.RunCounting() == 1;
    }

    public void Supersede(long old, long by)
    {
        _supersede.Bind(1, seller.Value);
        _supersede.Bind(2, old);
        _supersede.Bind(3, by);
        _supersede.Run();
    }

    public void Dispose()
    {
        _highest.Dispose();
        _boughtAt.Dispose();
        _content.Dispose();
        _insert.Dispose();
        _supersede.Dispose();
    }
}
