using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Tests.Data;

public sealed class DatabaseBusyTests
{
    [Fact]
    public void IsWhy_BusyAnywhereInside_IsTrue()
    {
        var busy = new SqliteException("busy", 5);

        Assert.True(DatabaseBusy.IsWhy(busy));
        Assert.True(DatabaseBusy.IsWhy(new DbUpdateException("no", busy)));
    }

    [Fact]
    public void IsWhy_AnotherFailure_IsFalse()
    {
        Assert.False(DatabaseBusy.IsWhy(null));
        Assert.False(DatabaseBusy.IsWhy(new SqliteException("constraint", 19)));
        Assert.False(DatabaseBusy.IsWhy(new InvalidOperationException("x", new TimeoutException())));
    }
}
