using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Tests.Data;

public sealed class StorageFaultTests
{
    [Theory]
    [InlineData(5, StorageFaultKind.Busy)]
    [InlineData(8, StorageFaultKind.ReadOnly)]
    [InlineData(10, StorageFaultKind.Failing)]
    [InlineData(11, StorageFaultKind.Damaged)]
    [InlineData(13, StorageFaultKind.Full)]
    [InlineData(14, StorageFaultKind.ReadOnly)]
    [InlineData(26, StorageFaultKind.Damaged)]
    public void Of_ResultOfSqliteAnywhereInside_IsItsKind(int result, StorageFaultKind kind)
    {
        var failure = new SqliteException("x", result);

        Assert.Equal(kind, StorageFault.Of(failure));
        Assert.Equal(kind, StorageFault.Of(new DbUpdateException("no", failure)));
    }

    [Fact]
    public void Of_NoRoomForTheSharedMemory_IsFull() =>
        Assert.Equal(StorageFaultKind.Full, StorageFault.Of(new SqliteException("x", 10, 4874)));

    [Theory]
    [InlineData(28, StorageFaultKind.Full)]
    [InlineData(122, StorageFaultKind.Full)]
    [InlineData(30, StorageFaultKind.ReadOnly)]
    [InlineData(5, StorageFaultKind.Failing)]
    public void Of_ErrorOfTheFileSystem_IsItsKind(int errno, StorageFaultKind kind) =>
        Assert.Equal(kind, StorageFault.Of(new IOException("x", errno)));

    /// <summary>What .NET itself makes of a device on which there is never room.</summary>
    [Fact]
    public void Of_WritingToAFullDevice_IsFull()
    {
        var failure = Assert.ThrowsAny<IOException>(() =>
        {
            using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.None, 0);
            full.Write([1, 2, 3]);
        });

        Assert.Equal(StorageFaultKind.Full, StorageFault.Of(failure));
    }

    [Fact]
    public void Of_AnotherFailure_IsNull()
    {
        Assert.Null(StorageFault.Of(null));
        Assert.Null(StorageFault.Of(new SqliteException("constraint", 19)));
        Assert.Null(StorageFault.Of(new InvalidOperationException("x", new TimeoutException())));
        Assert.Null(StorageFault.Of(new IOException("the connection was reset")));
    }

    [Fact]
    public void RetryAfterSeconds_Busy_IsSoonerThanWhatSomebodyMustMend() =>
        Assert.True(
            StorageFault.RetryAfterSeconds(StorageFaultKind.Busy)
                < StorageFault.RetryAfterSeconds(StorageFaultKind.Full)
        );
}
