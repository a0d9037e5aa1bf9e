using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Import;

/// <summary>Both shipped Online Retail files, imported once for all tests that look at the result.</summary>
public sealed class OnlineRetailImport : IAsyncLifetime
{
    internal PurchasesDesk Desk { get; } = new();

    internal Seller Seller { get; private set; } = null!;

    /// <summary>The file of 2010-12 … 2011-12, into an empty ledger.</summary>
    internal ImportReport Second { get; private set; } = null!;

    /// <summary>Then the file of 2009-12 … 2010-12, which holds 22,523 rows of the other.</summary>
    internal ImportReport First { get; private set; } = null!;

    /// <summary>The ledger between the two.</summary>
    internal LedgerSnapshot AfterSecond { get; private set; } = null!;

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "DemoData", name);

    public async Task InitializeAsync()
    {
        Seller = await Desk.AddSellerAsync("online-retail", "Europe/London");
        Second = await ImportAsync("online_retail.csv.gz");
        AfterSecond = await Desk.Snapshots().GetWholeAsync(Seller.Id, default);
        First = await ImportAsync("online_retail_2009_2010.csv.gz");
    }

    public Task DisposeAsync()
    {
        Desk.Dispose();
        return Task.CompletedTask;
    }

    internal async Task<ImportReport> ImportAsync(string name)
    {
        await using var content = File.OpenRead(PathOf(name));
        return (await Desk.ImportAsync(Seller, content, PurchaseLayout.OnlineRetail, name)).Value;
    }
}
