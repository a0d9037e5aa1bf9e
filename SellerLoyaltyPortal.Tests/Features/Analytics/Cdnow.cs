using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Analytics;

/// <summary>The CDNOW purchases (Fader and Hardie 2001) and what is published of them.</summary>
internal static class Cdnow
{
    public static readonly DayNumber Start = DayNumber.Of(1997, 1, 1);
    public static readonly DayNumber CohortEnd = DayNumber.Of(1997, 3, 25);
    public static readonly DayNumber CalibrationEnd = DayNumber.Of(1997, 9, 30);
    public static readonly DayNumber End = DayNumber.Of(1998, 6, 30);

    private static readonly Lazy<PurchaseColumns> SampleBuilt = new(() =>
        Read(Path.Combine("Golden", "CDNOW_sample.txt.gz"), headers: 0, buyer: 1, date: 2)
    );

    private static readonly Lazy<PurchaseColumns> MasterBuilt = new(() =>
        Read(Path.Combine("DemoData", "CDNOW_master.txt.gz"), headers: 1, buyer: 0, date: 1)
    );

    private static readonly Lazy<JsonElement> ReferenceRead = new(() => Json("cdnow_reference.json"));

    /// <summary>The 2,357 buyers of the papers, all purchases to 1998-06-30.</summary>
    public static PurchaseColumns Sample => SampleBuilt.Value;

    /// <summary>All 23,570 buyers.</summary>
    public static PurchaseColumns Master => MasterBuilt.Value;

    public static JsonElement Reference => ReferenceRead.Value.GetProperty("sample");

    public static PurchaseDays SampleDays => PurchaseDays.From(Sample, End, PriceBase.PricePaid);

    public static CustomerSummary[] Calibration =>
        CustomerSummaries.From(SampleDays, CalibrationEnd).Summaries;

    public static JsonElement Json(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Golden", file);
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }

    public static double Number(this JsonElement element, string name) =>
        element.GetProperty(name).GetDouble();

    private static PurchaseColumns Read(string file, int headers, int buyer, int date)
    {
        var path = Path.Combine(AppContext.BaseDirectory, file);
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        for (var i = 0; i < headers; i++)
            text.ReadLine();
        var builder = new PurchaseColumnsBuilder(PurchaseColumnSet.PricePaid);
        while (text.ReadLine() is { } row)
        {
            var fields = row.Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            );
            if (fields.Length == 0)
                continue;
            var key = long.Parse(fields[buyer], CultureInfo.InvariantCulture);
            var day = DateOnly.ParseExact(fields[date], "yyyyMMdd", CultureInfo.InvariantCulture);
            var paid = Money.FromDecimal(decimal.Parse(fields[^1], CultureInfo.InvariantCulture));
            builder.AddBuyer(key, new(fields[buyer]));
            builder.Add(new(key, DayNumber.From(day), Money.Zero, Money.Zero, paid));
        }
        return builder.Build();
    }
}
