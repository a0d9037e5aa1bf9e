using Microsoft.Data.Sqlite;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

/// <summary>The keys of a seller's buyers; a buyer who is met for the first time is stored.</summary>
internal sealed class BuyerKeys(SqliteConnection connection, SellerId seller) : IDisposable
{
    /// <summary>Buyers whose keys are remembered; more would only cost memory, the database knows them too.</summary>
    private const int MostRemembered = 500_000;

    private readonly Dictionary<string, long> _known = new(StringComparer.Ordinal);

    private readonly PreparedStatement _find = new(
        connection,
        """SELECT "Key" FROM "Buyers" WHERE "SellerId" = ?1 AND "ExternalId" = ?2"""
    );

    private readonly PreparedStatement _insert = new(
        connection,
        """INSERT INTO "Buyers" ("SellerId", "ExternalId") VALUES (?1, ?2) RETURNING "Key" """
    );

    /// <summary>Buyers that were stored through this instance.</summary>
    public int Added { get; private set; }

    public long KeyOf(BuyerId buyer)
    {
        if (Find(buyer) is { } key)
            return key;
        Added++;
        return Remember(buyer, Ask(_insert, buyer)!.Value);
    }

    /// <summary>The key of a buyer who is stored already.</summary>
    public long? Find(BuyerId buyer)
    {
        if (_known.TryGetValue(buyer.Value, out var key))
            return key;
        if (Ask(_find, buyer) is not { } stored)
            return null;
        return Remember(buyer, stored);
    }

    private long Remember(BuyerId buyer, long key)
    {
        if (_known.Count >= MostRemembered)
            _known.Clear();
        return _known[buyer.Value] = key;
    }

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
    }

    private long? Ask(PreparedStatement statement, BuyerId buyer)
    {
        statement.Bind(1, seller.Value);
        statement.Bind(2, buyer.Value);
        long? key = statement.Step() ? statement.Int64(0) : null;
        statement.Reset();
        return key;
    }
}
