using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>One program: state, offer in words, dates, history, and what the person may do with it.</summary>
public sealed partial class ProgramCard(IStringLocalizer<ProgramsText> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required ProgramWithHistory Item { get; set; }

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required DayNumber Today { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    /// <summary>The person wants this; nothing has happened yet.</summary>
    [Parameter]
    public EventCallback<ProgramAction> Asked { get; set; }

    [Parameter]
    public EventCallback Duplicated { get; set; }

    private IStringLocalizer<ProgramsText> L => texts;

    private ProgramDetails Program => Item.Program;

    private string Status => Program.Status.ToString();

    private string BadgeClass =>
        Program.Status switch
        {
            ProgramStatus.Draft => "",
            ProgramStatus.Scheduled => "accent",
            ProgramStatus.Active => "gain",
            ProgramStatus.Ending => "warn",
            ProgramStatus.Ended => "",
        };

    private ProgramAction[] Actions =>
        !Access.IsOwner
            ? []
            : Program.Status switch
            {
                ProgramStatus.Draft => [ProgramAction.Delete],
                ProgramStatus.Scheduled => [ProgramAction.Withdraw],
                ProgramStatus.Active => [ProgramAction.End],
                ProgramStatus.Ending => [],
                ProgramStatus.Ended => [],
            };

    /// <summary>Where the program stands today, in a sentence.</summary>
    private string? Standing =>
        Program.Status switch
        {
            ProgramStatus.Draft => null,
            ProgramStatus.Scheduled => texts["StartsIn", Display.Date(Program.StartsOn!.Value)],
            ProgramStatus.Active or ProgramStatus.Ending => texts.Plural("ActiveFor", DaysUntil(Today))
                + ", "
                + LifeLeft,
            ProgramStatus.Ended => texts.Plural("WasActive", DaysUntil(Program.LastDay!.Value)),
        };

    private string LifeLeft =>
        Program.LastDay is { } last ? texts["LastDayIsThis", Display.Date(last)]
        : Program.EarliestLastDay!.Value - Today is > 0 and var left ? texts.Plural("MinimumLeft", left)
        : texts["MinimumOver"];

    private IEnumerable<(string Label, string Value)> Facts =>
        Program.Status switch
        {
            ProgramStatus.Draft =>
            [
                (texts["MinimumLife"], texts.Plural("LifeDays", Program.MinimumLifeDays)),
                (texts["Changed"], Display.Moment(Program.ChangedAt, Access.Calendar)),
            ],
            ProgramStatus.Scheduled => [StartFact, EarliestEndFact, MinimumFact],
            ProgramStatus.Active or ProgramStatus.Ending =>
            [
                StartFact,
                EarliestEndFact,
                LastDayFact,
                MinimumFact,
            ],
            ProgramStatus.Ended => [StartFact, LastDayFact, MinimumFact],
        };

    private (string, string) StartFact =>
        (texts["Starts"], texts["StartsAt", Display.Date(Program.StartsOn!.Value)]);

    private (string, string) EarliestEndFact =>
        (texts["EarliestEnd"], Display.Date(Program.EarliestLastDay!.Value));

    private (string, string) MinimumFact =>
        (
            texts["MinimumLife"],
            texts.Plural("LifeDays", Program.MinimumLifeDays)
                + (
                    Program.OptionLockDays is { } lockDays
                        ? ", " + texts.Plural("OptionLockShort", lockDays)
                        : ""
                )
        );

    private (string, string) LastDayFact =>
        (
            texts["LastDay"],
            Program.LastDay is { } last ? texts["EndsAt", Display.Date(last)] : texts["NotDecided"]
        );

    private string ProgramHref =>
        Access.Href("programs/" + Program.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Days of the offer up to and with this one.</summary>
    private int DaysUntil(DayNumber day) => Math.Max(0, day - Program.StartsOn!.Value + 1);

    private string ByWhom(ProgramHistoryEntry entry) =>
        entry.IsByClock ? texts["ByClock"] : entry.By ?? texts["BySomeoneGone"];
}
