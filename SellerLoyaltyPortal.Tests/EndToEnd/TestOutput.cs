using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>Where screenshots and logs of browser tests are left for a person to look at; git ignores it.</summary>
public static class TestOutput
{
    public static string Folder { get; } =
        Directory.CreateDirectory(Repository.PathOf("SellerLoyaltyPortal.Tests", "Output")).FullName;

    public static string File(params string[] parts)
    {
        var path = Path.Combine([Folder, .. parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
