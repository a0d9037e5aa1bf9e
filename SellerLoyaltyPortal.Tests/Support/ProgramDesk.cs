using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Answers;
using SellerLoyaltyPortal.Features.Programs.Lifecycle;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>
/// A seller with an owner on a real database, a clock that tests move, and the use cases of programs as the
/// portal registers them. The clock's hosted service does not run: a test says when it looks.
/// </summary>
public sealed class ProgramDesk : IDisposable
{
    private readonly SqliteFile _file = new();
    private int _lines;

    private ProgramDesk(FakeClock clock)
    {
        Clock = clock;
        Ledger = new(Contexts);
        Snapshots = new(Contexts, Options.Create(new PurchasesOptions()));
        Notifier = new(NullLogger<ProgramNotifier>.Instance);
        Due = NewDue();
        var change = new ChangeProgram(new(Contexts), Contexts, Due, Notifier, Clock);
        var limits = Options.Create(Limits);
        Save = new(change, limits);
        Launch = new(change, limits);
        Withdraw = new(change);
        End = new(change);
        Revise = new(change, limits);
        Delete = new(change);
        Duplicate = new(change, Contexts);
        List = new(Contexts);
        Versions = new(Contexts);
    }

    public FakeClock Clock { get; }

    public ProgramLimits Limits { get; } = new();

    public SellerDbContextFactory Contexts => _file.Contexts;

    public ProgramNotifier Notifier { get; }

    public ActivateDuePrograms Due { get; }

    public SaveDraft Save { get; }

    public LaunchProgram Launch { get; }

    public WithdrawProgram Withdraw { get; }

    public EndProgram End { get; }

    public ReviseProgram Revise { get; }

    public ProgramVersions Versions { get; }

    public PurchaseLedger Ledger { get; }

    public LedgerSnapshots Snapshots { get; }

    public DeleteDraft Delete { get; }

    public DuplicateAsDraft Duplicate { get; }

    public ProgramList List { get; }

    public SellerAccess Owner { get; private set; } = null!;

    public static async Task<ProgramDesk> OpenAsync(
        string timeZone = "Europe/Moscow",
        DateTimeOffset? at = null
    )
    {
        var desk = new ProgramDesk(new FakeClock(at ?? FakeClock.DefaultStart));
        desk.Owner = await desk.AddSellerAsync("desk-seller", timeZone);
        return desk;
    }

    /// <summary>A further instance of the portal on the same database.</summary>
    public ActivateDuePrograms NewDue() =>
        new(Contexts, new(Snapshots), Notifier, Clock, NullLogger<ActivateDuePrograms>.Instance);

    /// <summary>The answers of a further instance of the portal.</summary>
    public LoyaltyAnswers NewAnswers() =>
        new(Contexts, Snapshots, Versions, Clock, NullLogger<LoyaltyAnswers>.Instance);

    /// <summary>A further seller with an owner.</summary>
    public async Task<SellerAccess> AddSellerAsync(string slug, string timeZone = "Europe/Moscow")
    {
        var seller = ASeller.Named(slug, timeZone: timeZone);
        await _file.AddAsync(seller);
        return await AddMemberAsync(seller, SellerRole.Owner, slug);
    }

    public async Task<SellerAccess> AddMemberAsync(Seller seller, SellerRole role, string name)
    {
        var user = AUser.Named($"{name}-{role}");
        await _file.AddAsync(user, user.MemberOf(seller, role));
        return AnAccess.To(seller, role, user.Id);
    }

    /// <summary>The seller's settings: the paid option is bound for so many days.</summary>
    public Task LockOptionAsync(int days) =>
        new SaveUnitEconomics(new(Contexts), Contexts, Clock).RunAsync(
            Owner,
            SellerUnitEconomics.Default with
            {
                OptionLockDays = days,
            },
            CancellationToken.None
        );

    public async Task RemoveMemberAsync(SellerAccess access)
    {
        await using var context = Contexts.ForPlatform();
        await context
            .Set<SellerMembership>()
            .Where(m => m.SellerId == access.SellerId && m.UserId == access.UserId)
            .ExecuteDeleteAsync();
    }

    public static ThresholdDiscount Offer(int threshold = 5_000, int discount = 10) =>
        new(Money.FromUnits(threshold), Percent.FromWhole(discount), EligibilityRule.Default);

    public async Task<ProgramDetails> DraftAsync(string name = "Offer", SellerAccess? by = null) =>
        (await Save.RunAsync(by ?? Owner, new(null, null, name, Offer(), 30), CancellationToken.None)).Value;

    public async Task<ProgramDetails> ScheduledAsync(SellerAccess? by = null)
    {
        var draft = await DraftAsync(by: by);
        return (await Launch.RunAsync(by ?? Owner, draft.Id, draft.Revision, CancellationToken.None)).Value;
    }

    public async Task<ProgramDetails> ActiveAsync(SellerAccess? by = null)
    {
        var owner = by ?? Owner;
        var scheduled = await ScheduledAsync(owner);
        Clock.MoveTo(owner.Calendar.StartOf(scheduled.StartsOn!.Value));
        await Due.RunAsync(CancellationToken.None);
        return await ReadAsync(scheduled.Id, owner);
    }

    public async Task<ProgramDetails> EndingAsync()
    {
        var active = await ActiveAsync();
        return (
            await End.RunAsync(
                Owner,
                active.Id,
                active.Revision,
                active.EarliestLastDay!.Value,
                CancellationToken.None
            )
        ).Value;
    }

    public async Task<ProgramDetails> EndedAsync()
    {
        var ending = await EndingAsync();
        Clock.MoveTo(Owner.Calendar.StartOf(ending.LastDay!.Value + 1));
        await Due.RunAsync(CancellationToken.None);
        return await ReadAsync(ending.Id);
    }

    public async Task<ProgramDetails> ReadAsync(long id, SellerAccess? by = null) =>
        await List.FindAsync(by ?? Owner, id, CancellationToken.None)
        ?? throw new InvalidOperationException($"There is no program {id}.");

    public Task<EffectiveOffer?> OfferOnAsync(DayNumber day) =>
        Versions.OnDayAsync(Owner.SellerId, day, CancellationToken.None);

    /// <summary>Stores a purchase of one line at noon of a day, whole units of the seller's currency.</summary>
    public async Task BuyAsync(string buyer, DayNumber day, decimal amount, SellerAccess? at = null)
    {
        var (shop, number) = (at ?? Owner, Interlocked.Increment(ref _lines));
        var id = "line-" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await Ledger.AppendAsync(
            shop.SellerId,
            [
                new NewPurchaseLine
                {
                    Buyer = new BuyerId(buyer),
                    LineId = id,
                    OrderId = id,
                    Sku = "sku",
                    Quantity = 1,
                    ListAmount = Money.FromDecimal(amount),
                    SellerAmount = Money.FromDecimal(amount),
                    PaidAmount = Money.FromDecimal(amount),
                    BoughtAt = shop.Calendar.StartOf(day).AddHours(12),
                },
            ],
            CancellationToken.None
        );
    }

    /// <summary>The steps of a program, oldest first.</summary>
    public async Task<List<ProgramTransition>> StepsAsync(long id, SellerAccess? by = null)
    {
        await using var context = Contexts.ForSeller((by ?? Owner).SellerId);
        return await context
            .Set<ProgramTransition>()
            .Where(t => t.ProgramId == id)
            .OrderBy(t => t.Id)
            .ToListAsync();
    }

    public void Dispose() => _file.Dispose();
}
