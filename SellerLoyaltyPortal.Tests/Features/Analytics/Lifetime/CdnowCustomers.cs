using System.Globalization;
using System.IO.Compression;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

/// <summary>The reference's row of each buyer of the CDNOW sample.</summary>
internal static class CdnowCustomers
{
    public static IReadOnlyList<Row> All { get; } = [.. Read()];

    private static IEnumerable<Row> Read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Golden", "cdnow_sample_customers.csv.gz");
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        text.ReadLine();
        while (text.ReadLine() is { } line)
        {
            var f = line.Split(',');
            yield return new(
                f[0],
                DayNumber.TryParse(f[1])!.Value,
                (int)Number(f[2]),
                (int)Number(f[3]),
                (int)Number(f[4]),
                Number(f[5]) / 100,
                (int)Number(f[6]),
                Number(f[8]),
                Number(f[9]),
                Number(f[10]),
                Number(f[11]),
                Number(f[12]),
                Number(f[13])
            );
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public sealed record Row(
        string Id,
        DayNumber First,
        int Repeats,
        int LastDays,
        int AgeDays,
        double RepeatSpend,
        int HoldOutPurchases,
        double BgNbdAlive,
        double BgNbdExpected,
        double ParetoAlive,
        double ParetoExpected,
        double ParetoDiscounted,
        double ExpectedSpend
    );
}
