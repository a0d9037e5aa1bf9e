using System.ComponentModel.DataAnnotations;

namespace SellerLoyaltyPortal.Data;

/// <summary>Where the portal keeps what it stores. Configuration section <c>DataOptions</c>.</summary>
public sealed class DataOptions
{
    /// <summary>The setting's name in the configuration.</summary>
    public const string FolderKey = "DataOptions:Folder";

    /// <summary>
    /// Folder of the database and of the keys that protect cookies; relative to the content root. Created
    /// when missing. Everything that must be backed up lies in it.
    /// </summary>
    [Required]
    public string Folder { get; set; } = "App_Data";
}
