using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs.Lifecycle;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>Says what a step does, and for the end asks for the last day, before it is done.</summary>
public sealed partial class ProgramConfirmation(IStringLocalizer<ProgramsText> texts) : ComponentBase
{
    private DayNumber _lastDay;

    [Parameter, EditorRequired]
    public required ProgramDetails Program { get; set; }

    [Parameter, EditorRequired]
    public required ProgramAction Action { get; set; }

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required DayNumber Today { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    /// <summary>With the last day for <see cref="ProgramAction.End"/>, null for the others.</summary>
    [Parameter]
    public EventCallback<DayNumber?> Confirmed { get; set; }

    [Parameter]
    public EventCallback Cancelled { get; set; }

    private IStringLocalizer<ProgramsText> L => texts;

    private DayNumber FirstAllowed => EndProgram.FirstAllowed(Program.EarliestLastDay!.Value, Today);

    private string Question =>
        Action switch
        {
            ProgramAction.Withdraw => texts["AskWithdrawText", Display.Date(Program.StartsOn!.Value)],
            ProgramAction.End => texts["AskEndText"],
            ProgramAction.Delete => texts["AskDeleteText"],
            ProgramAction.Edit or ProgramAction.Launch or ProgramAction.Change =>
                throw new InvalidOperationException("These are not asked about here."),
        };

    protected override void OnInitialized()
    {
        if (Action == ProgramAction.End)
            _lastDay = FirstAllowed;
    }
}
