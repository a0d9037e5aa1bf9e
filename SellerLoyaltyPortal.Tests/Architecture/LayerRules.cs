namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>
/// The arrows of docs/ARCHITECTURE.md, once: a test compares the page with this table, another one the
/// compiled portal. A new folder under <c>Features/</c> needs a row.
/// </summary>
public static class LayerRules
{
    public const string Pages = "*.Pages";
    public const string Shared = "Shared";
    public const string EntryPoint = "Program.cs";

    public static readonly IReadOnlyList<LayerRule> Table =
    [
        new(Shared, [], Pure: true),
        new("Columnar", [], Pure: true),
        new("Components", []),
        new("Data", ["Accounts.PortalUser"]),
        new("Clock", ["Data"]),
        new("Frame", ["Accounts", "Components.Feedback", "Components.Layout", "Components", "Data"]),
        new("Eligibility", ["Columnar"], Pure: true),
        new("Programs.Mechanics", ["Eligibility", "Columnar"], Pure: true),
        new("Programs.Economics", ["Programs.Mechanics", "Eligibility", "Columnar"], Pure: true),
        new("Programs.Quotes", ["Programs.Mechanics"], Pure: true),
        new("Programs.Answers", ["Programs.Mechanics", "Eligibility", "Columnar"], Pure: true),
        new("Audit", ["Data"]),
        new("Accounts", ["Audit", "Data"]),
        new("Operations", ["Data"]),
        new("Help", []),
        new("Api", ["Audit", "Accounts", "Data", "Components.Text"]),
        new("Purchases", ["Columnar", "Api", "Audit", "Accounts", "Data"]),
        new("Demo", ["Purchases", "Accounts", "Data"]),
        new("Programs.Mechanics", ["Eligibility", "Columnar"], Pure: true),
        new("Programs.Economics", ["Programs.Mechanics", "Eligibility", "Columnar"], Pure: true),
        new("Analytics.Numerics", [], Pure: true),
        new("Analytics.History", ["Columnar"], Pure: true),
        new("Analytics.Work", []),
        new("Analytics.Cohorts", ["Analytics.History", "Columnar"], Pure: true),
        new("Analytics.Lifetime", ["Analytics.Numerics", "Analytics.History"], Pure: true),
        new("Analytics.Rfm", ["Analytics.History", "Columnar"], Pure: true),
        new("Analytics.Retention", ["Analytics.History", "Analytics.Cohorts"], Pure: true),
        new("Analytics.Value", ["Analytics.History", "Analytics.Cohorts", "Columnar"], Pure: true),
        new(
            "Programs",
            ["Eligibility", "Purchases", "Api", "Audit", "Accounts", "Columnar", "Data", "Components.Text"]
        ),
        new(
            "Analytics",
            [
                "Analytics.Numerics",
                "Analytics.History",
                "Analytics.Cohorts",
                "Analytics.Lifetime",
                "Analytics.Rfm",
                "Analytics.Retention",
                "Analytics.Value",
                "Analytics.Work",
                // The longer name first: the check takes the first that fits.
                "Programs.Mechanics",
                "Programs.Economics",
                "Programs",
                "Eligibility",
                "Purchases",
                "Api",
                "Accounts",
                "Columnar",
            ]
        ),
        new(
            "Overview",
            [
                "Analytics.Cohorts",
                "Analytics.Retention",
                "Programs.Mechanics",
                "Analytics",
                "Programs",
                "Eligibility",
                "Purchases",
                "Accounts",
                "Columnar",
            ]
        ),
        new(
            "Reports",
            [
                "Programs.Mechanics",
                "Programs.Economics",
                "Programs",
                "Analytics.Numerics",
                "Analytics.Cohorts",
                "Analytics.Lifetime",
                "Analytics.Rfm",
                "Analytics.Retention",
                "Analytics.Value",
                "Analytics",
                "Eligibility",
                "Purchases",
                "Api",
                "Audit",
                "Accounts",
                "Columnar",
                "Data",
                "Components.Text",
            ]
        ),
    ];

    public static readonly IReadOnlyList<KnownArrow> Exceptions = [];

    /// <summary>Where Radzen's types may stand outside components: Radzen is one registration and its tags.</summary>
    public static readonly IReadOnlyList<KnownArrow> RadzenExceptions =
    [
        new("Frame.FrameServices", "Radzen", "registers Radzen's own services"),
    ];

    /// <summary>Calls without a place in pure code, though their types are in <c>System</c>.</summary>
    public static readonly IReadOnlyList<string> ImpureMembers =
    [
        "System.Guid::NewGuid",
        "System.Guid::CreateVersion7",
        "System.Environment::GetEnvironmentVariable",
        "System.Random::get_Shared",
    ];

    private static readonly string[] ImpureNamespaces =
    [
        "System.Data",
        "System.Net",
        "System.IO",
        "System.Threading.Tasks",
    ];

    private static readonly TypeName[] ImpureTypes =
    [
        new("System", nameof(TimeProvider)),
        new("System", nameof(Console)),
        new("System", nameof(IServiceProvider)),
    ];

    /// <summary>
    /// What pure code may use of the framework: <c>System</c> without databases, network, files, tasks and
    /// clocks. (The compiler's own attributes are in it.)
    /// </summary>
    public static bool IsPureFramework(TypeName type) =>
        type.IsIn("Microsoft.CodeAnalysis")
        // The compiler's own: collection expressions, inline arrays.
        || type.Name.StartsWith('<')
        || (type.IsIn("System") && !ImpureNamespaces.Any(type.IsIn) && !ImpureTypes.Contains(type));
}
