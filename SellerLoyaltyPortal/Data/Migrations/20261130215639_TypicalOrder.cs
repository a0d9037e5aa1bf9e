using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerLoyaltyPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class TypicalOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "TypicalOrder",
                table: "SellerEconomics",
                type: "INTEGER",
                nullable: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "TypicalOrder", table: "SellerEconomics");
        }
    }
}
