using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Data;

/// <summary>
/// How kernel values lie in the database: money, days and instants as integers (SQLite has no decimal and
/// no date, so that ordering and sums stay in the database and exact).
/// </summary>
internal static class KernelConversions
{
    public static void AddTo(ModelConfigurationBuilder builder)
    {
        builder.Properties<SellerId>().HaveConversion<SellerIdConverter>();
        builder.Properties<BuyerId>().HaveConversion<BuyerIdConverter>().HaveMaxLength(200);
        builder.Properties<Money>().HaveConversion<MoneyConverter>();
        builder.Properties<Percent>().HaveConversion<PercentConverter>();
        builder.Properties<DayNumber>().HaveConversion<DayNumberConverter>();
        builder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
    }

    private sealed class SellerIdConverter()
        : ValueConverter<SellerId, int>(id => id.Value, value => new(value));

    private sealed class BuyerIdConverter()
        : ValueConverter<BuyerId, string>(id => id.Value, value => new(value));

    private sealed class MoneyConverter()
        : ValueConverter<Money, long>(money => money.TenThousandths, value => new(value));

    private sealed class PercentConverter()
        : ValueConverter<Percent, int>(percent => percent.BasisPoints, value => new(value));

    private sealed class DayNumberConverter()
        : ValueConverter<DayNumber, int>(day => day.Value, value => new(value));

    /// <summary>Milliseconds since 1970-01-01 00:00 UTC.</summary>
    private sealed class InstantConverter()
        : ValueConverter<DateTimeOffset, long>(
            instant => instant.ToUnixTimeMilliseconds(),
            value => DateTimeOffset.FromUnixTimeMilliseconds(value)
        );
}
