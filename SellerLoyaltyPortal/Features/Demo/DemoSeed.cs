using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Demo;

/// <summary>
/// Fills what is missing of the demo, through the same import as any file. Each step is a transaction and
/// is skipped when it is done, so a start that was killed is taken up by the next.
/// </summary>
internal sealed class DemoSeed(
    SellerDbContextFactory contexts,
    PurchaseFileImporter importer,
    PurchaseLedger ledger,
    CreateAccount accounts,
    TimeProvider clock
)
{
    /// <summary>Folder of the shipped files, beside the program.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "DemoData");

    /// <param name="print">Gets a line whenever there is something to tell.</param>
    /// <param name="password">Of everyone who is created.</param>
    public async Task RunAsync(Action<string> print, string password, CancellationToken cancellation)
    {
        var ids = new Dictionary<DemoSeller, SellerId>();
        foreach (var demo in DemoSeller.All)
        {
            var seller = await EnsureSellerAsync(demo, cancellation);
            if (seller.DemoShiftDays is null)
            {
                print($"The seller {demo.Slug} is somebody's own: no demo data there.");
                continue;
            }
            ids[demo] = seller.Id;
            foreach (var file in demo.Files)
                await EnsureImportedAsync(demo, seller, file, print, cancellation);
        }
        foreach (var person in DemoPerson.All)
            await EnsurePersonAsync(person, password, ids, cancellation);
    }

    private async Task<Seller> EnsureSellerAsync(DemoSeller demo, CancellationToken cancellation)
    {
        await using var context = contexts.ForPlatform();
        var shift = demo.ShiftDays(clock.GetUtcNow());
        var known = await context.Set<Seller>().SingleOrDefaultAsync(s => s.Slug == demo.Slug, cancellation);
        if (known is null)
        {
            known = new Seller
            {
                Slug = demo.Slug,
                Name = demo.Name,
                CurrencyCode = demo.Currency.Code,
                TimeZoneId = demo.TimeZoneId,
                CreatedAt = clock.GetUtcNow(),
                DemoShiftDays = shift,
            };
            context.Add(known);
            await context.SaveChangesAsync(cancellation);
        }
        else if (
            known.DemoShiftDays is { } before
            && before != shift
            && await ledger.FindHeadAsync(known.Id, cancellation) is null
        )
        {
            // An earlier start was killed before it stored a purchase, maybe weeks ago.
            context.Entry(known).Property(s => s.DemoShiftDays).CurrentValue = shift;
            await context.SaveChangesAsync(cancellation);
        }
        return known;
    }

    private async Task EnsureImportedAsync(
        DemoSeller demo,
        Seller seller,
        DemoFile file,
        Action<string> print,
        CancellationToken cancellation
    )
    {
        await using (var context = contexts.ForSeller(seller.Id))
            if (await context.Set<PurchaseImport>().AnyAsync(i => i.FileName == file.Name, cancellation))
                return;
        await using var content = File.OpenRead(Path.Combine(Folder, file.Name));
        var shown = 0;
        var progress = new Told(p =>
        {
            var percent = (int)((p.Share ?? 0) * 100);
            if (percent < shown + 20)
                return;
            shown = percent;
            print($"  {file.Name}: {percent} %, {p.Rows} rows");
        });
        print($"Loading demo purchases of {demo.Name} from {file.Name} …");
        var result = await importer.RunAsync(
            new PurchaseFile
            {
                SellerId = seller.Id,
                Calendar = BusinessCalendar.Of(seller.TimeZoneId),
                Content = content,
                Length = content.Length,
                Name = file.Name,
                Layout = file.Layout,
                ShiftDays = seller.DemoShiftDays!.Value,
            },
            progress,
            cancellation
        );
        if (!result.IsSuccess || !result.Value.IsStored)
            throw new InvalidOperationException(
                $"The demo file {file.Name} can't be imported: {string.Join(", ", result.Errors.Select(e => e.Code))}."
            );
        print($"  {result.Value.RowsRead} rows in {result.Value.Took.TotalSeconds:0.0} s");
    }

    private async Task EnsurePersonAsync(
        DemoPerson person,
        string password,
        Dictionary<DemoSeller, SellerId> sellers,
        CancellationToken cancellation
    )
    {
        await using (var context = contexts.ForPlatform())
            if (await context.Set<PortalUser>().AnyAsync(u => u.Email == person.Email, cancellation))
                return;
        var created = await accounts.RunAsync(
            new NewAccount(person.Email, person.Name, password)
            {
                Language = person.Language,
                IsOperator = person.IsOperator,
                Memberships =
                [
                    .. person
                        .Memberships.Where(m => sellers.ContainsKey(m.Seller))
                        .Select(m => (sellers[m.Seller], m.Role)),
                ],
            },
            cancellation
        );
        if (!created.IsSuccess)
            throw new InvalidOperationException(
                $"{person.Email} can't be created: {string.Join(", ", created.Errors.Select(e => e.Code))}."
            );
    }

    // Progress<T> would tell later, from another thread, out of order with the lines around it.
    private sealed class Told(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}
