using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace JapanEsimAdvisor.Web.Catalog.Archive.Migrations
{
    /// <inheritdoc />
    public partial class KeptChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "KeptChanges",
                table: "Imports",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            // The program before this one kept changes too, once it had the table: from the first import on that has any.
            migrationBuilder.Sql("UPDATE Imports SET KeptChanges = 1 WHERE Id >= (SELECT MIN(ImportId) FROM Changes);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "KeptChanges",
                table: "Imports");
        }
    }
}
