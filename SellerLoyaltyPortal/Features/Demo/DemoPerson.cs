using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Demo;

/// <summary>Someone who can sign in to the demo.</summary>
internal sealed record DemoPerson(string Email, string Name, string What)
{
    /// <summary>The one password of all demo people; printed at every start.</summary>
    public const string Password = "loyalty-demo-2026";

    public static readonly IReadOnlyList<DemoPerson> All =
    [
        new("owner@demo.example", "Olga Morozova", "owner of both sellers")
        {
            Memberships = [(DemoSeller.OnlineRetail, SellerRole.Owner), (DemoSeller.Cdnow, SellerRole.Owner)],
        },
        new("analyst@demo.example", "Anton Lisin", "analyst of Online Retail")
        {
            Memberships = [(DemoSeller.OnlineRetail, SellerRole.Analyst)],
        },
        new("cdnow@demo.example", "Carol Wells", "owner of CDNOW")
        {
            Memberships = [(DemoSeller.Cdnow, SellerRole.Owner)],
            Language = "en",
        },
        new("operator@demo.example", "Oleg Zimin", "operator of the marketplace") { IsOperator = true },
    ];

    public IReadOnlyList<(DemoSeller Seller, SellerRole Role)> Memberships { get; init; } = [];

    public bool IsOperator { get; init; }

    public string Language { get; init; } = "ru";
}
