using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>Who changed what, when, from what to what.</summary>
public sealed partial class ChangeJournalTable : ComponentBase
{
    /// <summary>More changes than this lie behind a summary.</summary>
    private const int Short = 4;

    [Parameter, EditorRequired]
    public required IReadOnlyList<JournalEntry> Entries { get; set; }

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    /// <summary>The entries are of several programs: each says of which.</summary>
    [Parameter]
    public bool ShowsProgram { get; set; }
}
